import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records, type SpellRecord } from '../../../../test/support/records.js';
import { addDays, daysBetween, uuidv7 } from '#kernel';
import {
  ANCHORS,
  completeSettings,
  RETENTION_RULES,
  type RetentionSettings,
} from '../settings/indicator-settings.rules.js';
import { FactsService } from './facts.service.js';
import { employmentFact } from './employment.fact.js';

const AS_OF = '2025-12-31';
const FIRST = '2025-01-01';

interface Observed {
  readonly time: number;
  readonly ended: boolean;
}

interface Spell extends Omit<SpellRecord, 'externalId' | 'participantId'> {
  readonly contract: string;
}

interface History {
  readonly pathway: { readonly startedOn: string; readonly endedOn?: string | undefined };
  readonly spells: readonly Spell[];
}

const anyDay = fc.nat(364).map((days) => addDays(FIRST, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const history: fc.Arbitrary<History> = fc.record({
  pathway: fc.record({ startedOn: anyDay, days: maybe(fc.nat(200)) }).map(({ startedOn, days }) => ({
    startedOn,
    endedOn: days === undefined ? undefined : addDays(startedOn, days),
  })),
  spells: fc.array(
    fc
      .record({
        startedOn: anyDay,
        length: maybe(fc.nat(120)),
        planned: maybe(fc.nat(200)),
        contract: fc.constantFrom('A.01.00', 'A.02.00', 'C.01.00'),
        employer: maybe(fc.constantFrom('one', 'two')),
        confirmedOn: maybe(fc.nat(60).map((days) => addDays(AS_OF, -days))),
      })
      .map(({ length, planned, ...spell }) => ({
        ...spell,
        endedOn: length === undefined ? undefined : addDays(spell.startedOn, length),
        plannedEndOn: planned === undefined ? undefined : addDays(spell.startedOn, planned),
      })),
    { maxLength: 6 },
  ),
});

/** The rule read day by day, with nothing in common with the statement: no windows, no islands. */
function bruteForce(
  { pathway, spells }: History,
  { rule, gapDays, anchor }: RetentionSettings,
): Observed | undefined {
  const from = anchor === 'exit' ? pathway.endedOn : pathway.startedOn;
  if (from === undefined) return undefined;
  const group = (spell: Spell): string =>
    JSON.stringify(
      {
        any_employer: [],
        same_employer: [spell.employer ?? ''],
        same_contract: [spell.employer ?? '', spell.contract],
      }[rule],
    );
  const jobs = spells
    .filter((spell) => !spell.contract.startsWith('C.'))
    .map((spell) => ({ ...spell, cutoff: max(spell.confirmedOn ?? AS_OF, spell.endedOn ?? '') }))
    .filter((spell) => spell.startedOn <= spell.cutoff && spell.startedOn <= AS_OF);
  const episodes = jobs.map((job) => {
    // Grow the set of spells reachable from this one until nothing is close enough any more.
    const members = new Set([job]);
    for (let grown = true; grown;) {
      const near = jobs.filter(
        (other) =>
          !members.has(other) &&
          group(other) === group(job) &&
          [...members].some((each) => areClose(each, other, gapDays)),
      );
      near.forEach((each) => members.add(each));
      grown = near.length > 0;
    }
    return observe([...members], gapDays);
  });
  const candidates = episodes.filter((episode) => episode.start >= from);
  candidates.sort(
    (a, b) =>
      a.start.localeCompare(b.start) || b.last.localeCompare(a.last) || Number(a.ended) - Number(b.ended),
  );
  const first = candidates[0];
  return first && { time: daysBetween(first.start, first.last) + 1, ended: first.ended };
}

type Job = Spell & { readonly cutoff: string };

const max = (a: string, b: string): string => (a > b ? a : b);
const endOf = (job: Job): string => job.endedOn ?? job.plannedEndOn ?? '9999-12-31';

function areClose(a: Job, b: Job, gapDays: number): boolean {
  const [earlier, later] = a.startedOn <= b.startedOn ? [a, b] : [b, a];
  if (endOf(earlier) >= later.startedOn) return true;
  return daysBetween(endOf(earlier), later.startedOn) - 1 <= gapDays;
}

function observe(members: readonly Job[], gapDays: number): { start: string; last: string; ended: boolean } {
  const seen = members.map((job) => ({
    last: endOf(job) > job.cutoff ? job.cutoff : endOf(job),
    cutoff: job.cutoff,
  }));
  const last = seen.map((each) => each.last).reduce(max);
  const cutoff = seen
    .filter((each) => each.last === last)
    .map((each) => each.cutoff)
    .reduce(max);
  const isOpen = members.some((job) => endOf(job) > job.cutoff);
  const isDecided = gapDays === 0 || daysBetween(last, cutoff) > gapDays;
  // Ends reported for days after the as-of day are still to come.
  if (last > AS_OF) return { start: first(members), last: AS_OF, ended: false };
  return { start: first(members), last, ended: !isOpen && isDecided && cutoffBy(cutoff, last, gapDays) };
}

const first = (members: readonly Job[]): string => members.map((job) => job.startedOn).sort()[0] ?? '';
const cutoffBy = (cutoff: string, last: string, gapDays: number): boolean =>
  gapDays === 0 || daysBetween(last, cutoff > AS_OF ? AS_OF : cutoff) > gapDays;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function observed(
  histories: readonly History[],
  retention: RetentionSettings,
): Promise<(Observed | undefined)[]> {
  const people = histories.map((each) => ({ ...each, participantId: uuidv7() }));
  const records = await new Records(db.owner).pact(FIRST);
  await records.push({
    source: 'sil',
    receivedAt: `${AS_OF}T10:00:00Z`,
    pathways: people.map(({ participantId, pathway }) => ({
      externalId: `p-${participantId}`,
      participantId,
      ...pathway,
    })),
    spells: people.flatMap(({ participantId, spells }) =>
      spells.map((spell, index) => ({ externalId: `s-${participantId}-${index}`, participantId, ...spell })),
    ),
  });
  // A record of nobody else: with it the source has confirmed everything up to the as-of day.
  const other = uuidv7();
  await records.push({
    source: 'sil',
    participants: [{ externalId: 'nobody', participantId: other, confirmedOn: AS_OF }],
  });
  const facts = new FactsService(db.database);
  await db.database.transaction(() => facts.refresh(records.pactId, completeSettings({ retention })));
  const rows = await db.owner.query<Observed & { participantId: string }>(
    `select f.participant_id as "participantId", r.last_day - r.started_on + 1 as time, r.ended
     from fact_employment f join (${employmentFact.rows('pact')}) r
       on r.pathway_id = f.pathway_id where f.pact_id = $1`,
    [records.pactId, AS_OF],
  );
  const byParticipant = new Map(
    rows.map(({ participantId, time, ended }) => [participantId, { time, ended }]),
  );
  return people.map(({ participantId }) => byParticipant.get(participantId));
}

describe.each(RETENTION_RULES)('the first episode by %s', (rule) => {
  it.each(ANCHORS)('after the anchor %s is the one found day by day', async (anchor) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, { minLength: 30, maxLength: 30 }),
        fc.constantFrom(0, 1, 8, 20, 28),
        async (histories, gapDays) => {
          const retention = { rule, anchor, gapDays };
          expect(await observed(histories, retention)).toEqual(
            histories.map((each) => bruteForce(each, retention)),
          );
        },
      ),
      { numRuns: 7 },
    );
  });
});

describe('gaps between spells', () => {
  const spells: Spell[] = [
    { startedOn: '2025-01-01', endedOn: '2025-02-28', contract: 'A.01.00' },
    { startedOn: '2025-03-10', endedOn: '2025-08-31', contract: 'A.01.00' },
    { startedOn: '2025-09-01', contract: 'A.01.00' },
  ];
  const one: History = { pathway: { startedOn: FIRST }, spells };

  it.each([
    [0, 59, true],
    [8, 59, true],
    [9, 365, false],
    [28, 365, false],
  ])('of nine days with %i bridged last %i days, ended: %s', async (gapDays, time, ended) => {
    const retention: RetentionSettings = { rule: 'any_employer', gapDays, anchor: 'pathway_start' };
    expect(await observed([one], retention)).toEqual([{ time, ended }]);
  });
});
