import { Injectable } from '@nestjs/common';
import { DecisionsTable } from '#governance';
import type { Principal } from '#identity';
import { isSecretariat, mayActFor, notOwnMember, PactsService } from '#pacts';
import {
  conflict,
  Created,
  Database,
  invalidRequest,
  notFound,
  Resource,
  versionMismatch,
  type FieldError,
} from '#platform';
import type { CommitmentTransitionRequest } from './commitment-history.dto.js';
import type { CommitmentPatch, CommitmentRequest } from './commitment.dto.js';
import { beneficiariesFixed, notThePromisor, resourceFixed, termsFixed } from './commitment.problems.js';
import { mayChangeTerms } from './commitment.rules.js';
import { CommitmentsQueries, type HeldCommitment } from './commitments.queries.js';
import { CommitmentsStore } from './commitments.store.js';
import { changesTerms, draftOf, faultsOfDraft, merged, type Draft } from './draft.js';
import { faultsOfTerms } from './terms.rules.js';

@Injectable()
export class CommitmentsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: CommitmentsQueries,
    private readonly store: CommitmentsStore,
    private readonly decisions: DecisionsTable,
  ) {}

  async create(pactId: string, request: CommitmentRequest, principal: Principal): Promise<Created> {
    const draft = draftOf(request);
    checkDraft(draft);
    const asActor = isSecretariat(principal) ? undefined : principal.actorId;
    const body = await this.store.insert(pactId, draft, asActor);
    if (body === undefined) throw await this.reasonAgainst(pactId, draft, principal);
    return new Created(`/v1/pacts/${pactId}/commitments/${draft.id}`, new Resource(body, 1));
  }

  /** Of a version that the caller still has, the text is not asked for. */
  async get(pactId: string, id: string, known?: number): Promise<Resource> {
    if (known !== undefined && known === (await this.queries.versionOf(pactId, id))) {
      return new Resource('', known);
    }
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(
    pactId: string,
    seen: { id: string; version: number },
    patch: CommitmentPatch,
    principal: Principal,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      const held = await this.hold(pactId, seen.id);
      if (!mayActFor(principal, held.promisor.actorId)) throw notThePromisor();
      if (held.version !== seen.version) throw versionMismatch();
      const draft = merged(held, patch);
      if (changesTerms(patch)) await this.changeTerms(pactId, held, draft);
      else await this.place(pactId, draft);
      return this.get(pactId, held.id);
    });
  }

  private async changeTerms(pactId: string, held: HeldCommitment, draft: Draft): Promise<void> {
    checkDraft(draft);
    checkChange(held, draft);
    await this.checkReferences(pactId, held, draft);
    await this.store.replaceTerms(pactId, draft);
  }

  /** What a commitment serves may be found, or change, when its terms are long agreed. */
  private async place(pactId: string, draft: Draft): Promise<void> {
    const faults = await this.faultsOfObjective(pactId, draft);
    if (faults.length > 0) throw invalidRequest(faults);
    await this.store.place(pactId, draft.id, draft.objectiveId);
  }

  /** The commitment, held until the transaction ends. */
  async hold(pactId: string, id: string): Promise<HeldCommitment> {
    const held = await this.queries.hold(pactId, id);
    if (held === undefined) throw notFound();
    return held;
  }

  /** A body may let somebody go from a promise; to make one, or to make it binding, is up to the parties alone. */
  async checkDecision(pactId: string, { to, decisionId }: CommitmentTransitionRequest): Promise<void> {
    if (decisionId === undefined) return;
    if (to === 'released') return this.decisions.mustHave(pactId, decisionId);
    const detail = 'A decision can release a commitment, and no more.';
    throw invalidRequest([{ pointer: '/decisionId', code: 'not-a-release', detail }]);
  }

  /** Why the one statement of a new commitment inserted nothing. */
  private async reasonAgainst(pactId: string, draft: Draft, principal: Principal): Promise<Error> {
    await this.database.transaction(() => this.pacts.holdOpen(pactId));
    const [promisor] = await this.queries.members(pactId, [draft.promisorMemberId]);
    if (promisor !== undefined && !mayActFor(principal, promisor.actorId)) return notOwnMember();
    const faults = [
      ...(await this.faultsOfMembers(pactId, draft)),
      ...(await this.faultsOfCondition(pactId, draft)),
      ...(await this.faultsOfObjective(pactId, draft)),
    ];
    return faults.length > 0 ? invalidRequest(faults) : conflict();
  }

  /** The members of a renegotiated commitment stay who they are, even while one of them is leaving. */
  private async checkReferences(pactId: string, held: HeldCommitment, draft: Draft): Promise<void> {
    const members = held.state === 'draft' ? await this.faultsOfMembers(pactId, draft) : [];
    const faults = [
      ...members,
      ...(await this.faultsOfCondition(pactId, draft)),
      ...(await this.faultsOfObjective(pactId, draft)),
    ];
    if (faults.length > 0) throw invalidRequest(faults);
  }

  private async faultsOfMembers(pactId: string, draft: Draft): Promise<FieldError[]> {
    const members = await this.queries.members(pactId, [
      draft.promisorMemberId,
      ...draft.beneficiaryMemberIds,
    ]);
    const fault = (pointer: string, memberId: string): FieldError[] =>
      faultsOfMember(pointer, members.find(({ id }) => id === memberId)?.state);
    return [
      ...fault('/promisorMemberId', draft.promisorMemberId),
      ...draft.beneficiaryMemberIds.flatMap((id) => fault('/beneficiaryMemberIds', id)),
    ];
  }

  private async faultsOfCondition(pactId: string, { conditionalOnId }: Draft): Promise<FieldError[]> {
    if (conditionalOnId === null || (await this.queries.exists(pactId, conditionalOnId))) return [];
    const detail = 'The pact has no commitment with this id.';
    return [{ pointer: '/conditionalOnCommitmentId', code: 'unknown-commitment', detail }];
  }

  private async faultsOfObjective(pactId: string, { objectiveId }: Draft): Promise<FieldError[]> {
    if (objectiveId === null || (await this.queries.hasObjective(pactId, objectiveId))) return [];
    const detail = 'The pact has no objective with this id.';
    return [{ pointer: '/objectiveId', code: 'unknown-objective', detail }];
  }
}

function checkDraft(draft: Draft): void {
  const faults = [...faultsOfTerms(draft), ...faultsOfDraft(draft)];
  if (faults.length > 0) throw invalidRequest(faults);
}

function checkChange(held: HeldCommitment, draft: Draft): void {
  if (!mayChangeTerms(held.state)) throw termsFixed();
  const { kind, unit } = draft.resource;
  if (held.hasDeliveries && (kind !== held.kind || unit !== held.unit)) throw resourceFixed();
  const before = held.beneficiaries.map(({ memberId }) => memberId).join();
  if (held.state !== 'draft' && draft.beneficiaryMemberIds.join() !== before) throw beneficiariesFixed();
}

function faultsOfMember(pointer: string, state: string | undefined): FieldError[] {
  if (state === 'signed') return [];
  return state === undefined
    ? [{ pointer, code: 'unknown-member', detail: 'The pact has no member with this id.' }]
    : [{ pointer, code: 'not-signed', detail: 'This member has not signed, or is leaving.' }];
}
