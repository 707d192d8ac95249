import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql, limitOf } from '#platform';
import type { MemberListQuery } from './member.dto.js';
import type { MemberRole, MemberState } from './member.rules.js';
import type { Signatory } from './ratification.rules.js';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('m.id'),
  actorId: code('m.actor_id'),
  role: code('m.role'),
  state: code('m.state'),
  joinedOn: code('m.joined_on'),
  signedVersionNumber: optional(scalar('m.signed_version_number')),
  signedOn: optional(code('s.signed_on')),
  withdrawalAnnouncedOn: optional(code('m.withdrawal_announced_on')),
  withdrawalEffectiveOn: optional(code('m.withdrawal_effective_on')),
  withdrawnOn: optional(code('m.withdrawn_on')),
  version: scalar('m.version'),
  createdAt: instant('m.created_at'),
  updatedAt: instant('m.updated_at'),
});

const FROM = `from membership m left join signature s
  on s.pact_id = m.pact_id and s.member_id = m.id and s.version_number = m.signed_version_number`;

const SIGNATURE_BODY = jsonText({
  memberId: code('member_id'),
  versionNumber: scalar('version_number'),
  versionHash: code('version_hash'),
  signatoryName: text('signatory_name'),
  signedOn: code('signed_on'),
  recordedAt: instant('recorded_at'),
});

export interface MemberRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** A member that nobody else changes while the transaction lasts. */
export interface HeldMember {
  readonly id: string;
  readonly actorId: string;
  readonly role: MemberRole;
  readonly state: MemberState;
  readonly version: number;
}

export interface SignatureRow {
  readonly signatoryName: string;
  readonly signedOn: Day;
  readonly body: string;
}

/** A published version that is not in force yet, and how those who are asked to sign stand to it. */
export interface PendingVersion {
  readonly number: number;
  readonly signatories: readonly Signatory[];
}

@Injectable()
export class MembersQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, memberId: string): Promise<MemberRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select m.id, m.version, ${BODY} as body ${FROM} where m.pact_id = $1 and m.id = $2`, [
        pactId,
        memberId,
      ]);
  }

  list(pactId: string, query: MemberListQuery, after: string[] | undefined): Promise<MemberRow[]> {
    return this.database.in(pactId).query(
      `select m.id, m.version, ${BODY} as body ${FROM}
       where m.pact_id = $1
         and ($2::uuid is null or m.id > $2)
         and ($3::text is null or m.role = $3)
         and ($4::text is null or m.state = $4)
         and ($5::uuid is null or m.actor_id = $5)
       order by m.id limit $6`,
      [
        pactId,
        after?.[0] ?? null,
        query.role ?? null,
        query.state ?? null,
        query.actorId ?? null,
        limitOf(query) + 1,
      ],
    );
  }

  hold(pactId: string, memberId: string): Promise<HeldMember | undefined> {
    return this.database.in(pactId).one(
      `select id, actor_id as "actorId", role, state, version
       from membership where pact_id = $1 and id = $2 for no key update`,
      [pactId, memberId],
    );
  }

  /** The signature under that version, or under the latest one it has signed. */
  signature(pactId: string, memberId: string, versionNumber?: number): Promise<SignatureRow | undefined> {
    return this.database.in(pactId).one(
      `select signatory_name as "signatoryName", signed_on as "signedOn", ${SIGNATURE_BODY} as body
       from signature where pact_id = $1 and member_id = $2 and ($3::integer is null or version_number = $3)
       order by version_number desc limit 1`,
      [pactId, memberId, versionNumber ?? null],
    );
  }

  pendingVersions(pactId: string): Promise<PendingVersion[]> {
    return this.database.in(pactId).query(
      `select v.number, coalesce((
           select json_agg(json_build_object('system', a.system, 'signed', exists (
             select from signature s
             where s.pact_id = m.pact_id and s.member_id = m.id and s.version_number = v.number)))
           from membership m join actor a on a.id = m.actor_id
           where m.pact_id = v.pact_id and m.role in ('promoter', 'signatory') and m.state in ('joined', 'signed')
         ), '[]') as signatories
       from pact_version v
       where v.pact_id = $1 and v.published_at is not null and v.number > coalesce((
         select max(f.number) from pact_version f where f.pact_id = $1 and f.in_force_at is not null), 0)
       order by v.number`,
      [pactId],
    );
  }
}
