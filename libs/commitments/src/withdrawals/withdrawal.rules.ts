import type { FieldError } from '#platform';
import type { Day } from '#kernel';

export const OUTCOMES = ['fulfil', 'transfer', 'release'] as const;
export type WithdrawalOutcome = (typeof OUTCOMES)[number];

export interface Notice {
  readonly announcedOn: Day;
  readonly effectiveOn: Day;
}

interface Item {
  readonly commitmentId: string;
  readonly outcome: WithdrawalOutcome;
  readonly toMemberId?: string;
}

export function faultsOfNotice({ announcedOn, effectiveOn }: Notice, today: Day): FieldError[] {
  if (announcedOn > today) {
    return [{ pointer: '/announcedOn', code: 'in-future', detail: 'This day has not come yet.' }];
  }
  if (effectiveOn >= announcedOn) return [];
  return [
    { pointer: '/effectiveOn', code: 'before-announcement', detail: 'The notice ends before it begins.' },
  ];
}

/** Each item is about another open commitment, and only a transfer names who takes over: somebody else. */
export function faultsOfItems(
  items: readonly Item[],
  open: readonly string[],
  leaving: string,
): FieldError[] {
  return items.flatMap(({ commitmentId, outcome, toMemberId }, index) => {
    const pointer = `/commitments/${index}`;
    if (!open.includes(commitmentId)) {
      const detail = 'This is no open commitment of the member.';
      return [{ pointer: `${pointer}/commitmentId`, code: 'not-open', detail }];
    }
    if (items.findIndex((item) => item.commitmentId === commitmentId) < index) {
      const detail = 'This commitment stands in the list twice.';
      return [{ pointer: `${pointer}/commitmentId`, code: 'duplicate-item', detail }];
    }
    if ((outcome === 'transfer') === (toMemberId !== undefined && toMemberId !== leaving)) return [];
    const detail = 'A transfer, and nothing else, names another member that takes over.';
    return [{ pointer: `${pointer}/toMemberId`, code: 'member-of-transfer', detail }];
  });
}

/** Open commitments of which nothing was said. */
export const unsettled = (items: readonly Item[], open: readonly string[]): string[] =>
  open.filter((id) => !items.some(({ commitmentId }) => commitmentId === id));
