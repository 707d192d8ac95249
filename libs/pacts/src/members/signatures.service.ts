import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7 } from '#kernel';
import { Database, invalidRequest, notFound, Resource } from '#platform';
import { takesSignatures } from '../pacts/pact.rules.js';
import type { HeldPact } from '../pacts/pacts.queries.js';
import { PactsService } from '../pacts/pacts.service.js';
import { notPublished, versionSuperseded } from '../versions/version.problems.js';
import { VersionsQueries } from '../versions/versions.queries.js';
import type { SignatureRequest } from './member.dto.js';
import {
  alreadySigned,
  memberHasLeft,
  notOpenForSignature,
  notOwnMember,
  roleDoesNotSign,
} from './member.problems.js';
import { hasLeft, mayActFor, signs } from './member.rules.js';
import { MembersQueries, type HeldMember } from './members.queries.js';
import { Ratification } from './ratification.service.js';

@Injectable()
export class SignaturesService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: MembersQueries,
    private readonly versions: VersionsQueries,
    private readonly ratification: Ratification,
  ) {}

  /** Signing the same version in the same words again changes nothing. */
  sign(pactId: string, memberId: string, request: SignatureRequest, principal: Principal): Promise<Resource> {
    return this.database.transaction(async () => {
      const pact = await this.pacts.hold(pactId);
      const member = await this.queries.hold(pactId, memberId);
      if (member === undefined) throw notFound();
      if (!mayActFor(principal, member.actorId)) throw notOwnMember();
      const there = await this.queries.signature(pactId, memberId, request.versionNumber);
      if (there?.signatoryName === request.signatoryName && there.signedOn === request.signedOn) {
        return new Resource(there.body);
      }
      if (there !== undefined) throw alreadySigned();
      checkMember(member);
      const hash = await this.hashToSign(pactId, pact, request.versionNumber);
      checkDay(request.signedOn);
      await this.record(pactId, memberId, request, hash);
      await this.ratification.settle(pactId);
      return this.get(pactId, memberId, request.versionNumber);
    });
  }

  /** The signature under that version, or under the latest one it has signed. */
  async get(pactId: string, memberId: string, versionNumber?: number): Promise<Resource> {
    const signature = await this.queries.signature(pactId, memberId, versionNumber);
    if (signature === undefined) throw notFound();
    return new Resource(signature.body);
  }

  private async hashToSign(pactId: string, pact: HeldPact, number: number): Promise<string> {
    if (!takesSignatures(pact.state)) throw notOpenForSignature();
    const version = await this.versions.contentHash(pactId, number);
    if (version === undefined) throw unknownVersion();
    if (version.hash === null) throw notPublished();
    if (number < (pact.versionInForce ?? 0)) throw versionSuperseded();
    return version.hash;
  }

  private async record(
    pactId: string,
    memberId: string,
    { versionNumber, signatoryName, signedOn }: SignatureRequest,
    hash: string,
  ): Promise<void> {
    await this.database.in(pactId).query(
      `with signed as (
         insert into signature (pact_id, id, member_id, version_number, version_hash, signatory_name, signed_on)
         values ($1, $2, $3, $4, $5, $6, $7))
       update membership set state = 'signed', signed_version_number = greatest(signed_version_number, $4),
         version = version + 1, updated_at = now()
       where pact_id = $1 and id = $3`,
      [pactId, uuidv7(), memberId, versionNumber, hash, signatoryName, signedOn],
    );
  }
}

function checkMember(member: HeldMember): void {
  if (hasLeft(member.state)) throw memberHasLeft();
  if (!signs(member.role)) throw roleDoesNotSign();
}

function checkDay(signedOn: string): void {
  if (signedOn <= todayInRome()) return;
  throw invalidRequest([{ pointer: '/signedOn', code: 'in-future', detail: 'This day has not come yet.' }]);
}

const unknownVersion = () =>
  invalidRequest([
    { pointer: '/versionNumber', code: 'unknown-version', detail: 'The pact has no version of this number.' },
  ]);
