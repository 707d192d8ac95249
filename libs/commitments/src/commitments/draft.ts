import type { FieldError } from '#platform';
import { uuidv7 } from '#kernel';
import type { CommitmentPatch, CommitmentRequest } from './commitment.dto.js';
import type { HeldCommitment } from './commitments.queries.js';
import type { Terms } from './terms.rules.js';

/** A commitment as somebody wants it to be. */
export interface Draft extends Terms {
  readonly id: string;
  readonly promisorMemberId: string;
  /** In the order of their ids, as answers show them. */
  readonly beneficiaryMemberIds: readonly string[];
  readonly title: string;
  readonly competence: string | null;
  readonly conditionalOnId: string | null;
  /** What it serves is no part of what is promised. */
  readonly objectiveId: string | null;
  readonly measureId: string | null;
}

const lower = (id: string | null | undefined): string | null => id?.toLowerCase() ?? null;

/** Ids are compared and sorted here, so they have one spelling, and each stands there once. */
const sorted = (ids: readonly string[]): string[] =>
  [...new Set(ids.map((id) => id.toLowerCase()))].toSorted();

export function draftOf(request: CommitmentRequest): Draft {
  const { kind, quantity, unit, competence } = request.resource;
  return {
    id: uuidv7(),
    promisorMemberId: request.promisorMemberId.toLowerCase(),
    beneficiaryMemberIds: sorted(request.beneficiaryMemberIds ?? []),
    title: request.title,
    resource: { kind, quantity, unit },
    competence: competence ?? null,
    startsOn: request.startsOn,
    endsOn: request.endsOn,
    milestones: request.milestones ?? [],
    conditionalOnId: lower(request.conditionalOnCommitmentId),
    objectiveId: lower(request.objectiveId),
    measureId: lower(request.measureId),
  };
}

/** The commitment with the patch merged into it: what the patch does not name stays, null takes away. */
export function merged(held: HeldCommitment, patch: CommitmentPatch): Draft {
  const { resource, conditionalOnCommitmentId, beneficiaryMemberIds, objectiveId, measureId, ...rest } =
    patch;
  const { competence, ...counted } = resource ?? {};
  const current = draftOfHeld(held);
  return {
    ...current,
    ...given(rest),
    resource: { ...current.resource, ...given(counted) },
    ...given({
      competence,
      beneficiaryMemberIds: beneficiaryMemberIds && sorted(beneficiaryMemberIds),
      conditionalOnId: conditionalOnCommitmentId === undefined ? undefined : lower(conditionalOnCommitmentId),
      objectiveId: objectiveId === undefined ? undefined : lower(objectiveId),
      measureId: measureId === undefined ? undefined : lower(measureId),
    }),
  };
}

const draftOfHeld = (held: HeldCommitment): Draft => ({
  id: held.id,
  promisorMemberId: held.promisor.memberId,
  beneficiaryMemberIds: held.beneficiaries.map(({ memberId }) => memberId),
  title: held.title,
  resource: { kind: held.kind, quantity: held.quantity, unit: held.unit },
  competence: held.competence,
  startsOn: held.startsOn,
  endsOn: held.endsOn,
  milestones: held.milestones,
  conditionalOnId: held.conditionalOnId,
  objectiveId: held.objectiveId,
  measureId: held.measureId,
});

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that have a value; null is one. */
const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;

/** Whether the patch changes what is promised, and not only what that serves. */
export function changesTerms(patch: CommitmentPatch): boolean {
  const fields = Object.keys(given(patch));
  return fields.length === 0 || fields.some((field) => !SERVED.includes(field));
}

const SERVED = ['objectiveId', 'measureId'];

/** What a draft says that contradicts itself, beyond its terms. */
export function faultsOfDraft(draft: Draft): FieldError[] {
  const faults: FieldError[] = [];
  const own = draft.beneficiaryMemberIds.indexOf(draft.promisorMemberId);
  if (own >= 0) {
    const detail = 'The member that promises cannot benefit from its own promise.';
    faults.push({ pointer: '/beneficiaryMemberIds', code: 'own-promise', detail });
  }
  if (draft.conditionalOnId === draft.id) {
    const detail = 'A commitment cannot be conditional on itself.';
    faults.push({ pointer: '/conditionalOnCommitmentId', code: 'own-condition', detail });
  }
  if (draft.competence !== null && draft.resource.kind !== 'competence') {
    const detail = 'Only a resource of kind competence names one.';
    faults.push({ pointer: '/resource/competence', code: 'not-a-competence', detail });
  }
  return faults;
}
