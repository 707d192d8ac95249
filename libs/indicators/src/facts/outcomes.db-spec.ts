import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records, type SpellRecord } from '../../../../test/support/records.js';
import { addDays, periodOf, periodsBetween, uuidv7 } from '#kernel';
import { completeSettings } from '../settings/indicator-settings.rules.js';
import { FactsService } from './facts.service.js';

const CUTOFF = '2026-06-30';
const NEVER = '9999-12-31';

const day = fc.nat(540).map((days) => addDays('2025-01-01', days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
type Spell = Omit<SpellRecord, 'externalId' | 'participantId'> & { readonly contract: string };

const spell: fc.Arbitrary<Spell> = fc
  .record({
    startedOn: day,
    length: maybe(fc.nat(200)),
    planned: maybe(fc.nat(300)),
    contract: fc.constantFrom('A.01.00', 'A.02.00', 'C.01.00'),
    employer: maybe(fc.constantFrom('one', 'two')),
    confirmedOn: maybe(day),
  })
  .map(({ length, planned, startedOn, ...rest }) => ({
    ...rest,
    startedOn,
    endedOn: length === undefined ? undefined : addDays(startedOn, length),
    plannedEndOn: planned === undefined ? undefined : addDays(startedOn, planned),
  }));

interface Life {
  readonly startedOn: string;
  readonly endedOn: string;
  readonly spells: readonly Spell[];
  readonly statuses: readonly { readonly onDate: string; readonly status: string }[];
  readonly qualifiedOn: string | undefined;
}

const anyLife: fc.Arbitrary<Life> = fc
  .record({
    startedOn: day,
    days: fc.nat(200),
    spells: fc.array(spell, { maxLength: 5 }),
    statuses: fc.uniqueArray(
      fc.record({
        after: fc.integer({ min: -10, max: 40 }),
        status: fc.constantFrom('searching', 'inactive'),
      }),
      { selector: (each) => each.after, maxLength: 3 },
    ),
    qualified: maybe(fc.integer({ min: -20, max: 260 })),
  })
  .map(({ startedOn, days, statuses, qualified, spells }) => {
    const endedOn = addDays(startedOn, days);
    return {
      startedOn,
      endedOn,
      spells,
      statuses: statuses.map(({ after, status }) => ({ onDate: addDays(endedOn, after), status })),
      qualifiedOn: qualified === undefined ? undefined : addDays(startedOn, qualified),
    };
  });

interface Job extends Spell {
  readonly until: string;
  /** Nothing is known after it. */
  readonly known: string;
}

/** Jobs a source has told of, day by day as far as it has confirmed. */
const jobsOf = ({ spells }: Life): Job[] =>
  spells
    .filter(({ contract }) => !contract.startsWith('C.'))
    .map((each) => ({
      ...each,
      until: each.endedOn ?? each.plannedEndOn ?? NEVER,
      known: [each.confirmedOn ?? CUTOFF, each.endedOn ?? ''].sort().at(-1)!,
    }))
    .filter(({ startedOn, known }) => startedOn <= known);

const worksOn = (job: Job, on: string): boolean => job.startedOn <= on && job.until >= on;

/** Employed on one of these days, walked through one by one; null where it hangs on what nobody has confirmed. */
function employedOn(life: Life, days: readonly string[]): boolean | null {
  const jobs = jobsOf(life);
  if (jobs.some((job) => days.some((on) => worksOn(job, on) && on <= job.known))) return true;
  return jobs.some((job) => days.some((on) => worksOn(job, on))) ? null : false;
}

function daysOfQuarterAfter(exit: string, n: number): string[] {
  const from = addDays(`${periodOf('month', exit)}-01`, 0);
  const quarters = periodsBetween('quarter', from, addDays(from, 500));
  const { from: first, to: last } = quarters[n]!;
  const days: string[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on);
  return days;
}

/** The same day of the month half a year later, or that month's last. */
function halfAYearAfter(exit: string): string {
  const months = periodsBetween('month', exit, addDays(exit, 250));
  const { code, to } = months[6]!;
  return [`${code}-${exit.slice(8)}`, to].sort()[0]!;
}

function expected(life: Life) {
  const leaving = Array.from({ length: 29 }, (_, index) => addDays(life.endedOn, index));
  const told = life.statuses.filter(({ onDate }) => leaving.includes(onDate));
  const last = told.sort((a, b) => a.onDate.localeCompare(b.onDate)).at(-1);
  const [second, fourth] = [2, 4].map((n) => daysOfQuarterAfter(life.endedOn, n));
  const employers = (days: readonly string[]): Set<string> =>
    new Set(
      jobsOf(life)
        .filter((job) => days.some((on) => worksOn(job, on) && on <= job.known))
        .flatMap(({ employer }) => employer ?? []),
    );
  const jobs = life.spells.filter(
    ({ contract, startedOn }) => !contract.startsWith('C.') && startedOn >= life.startedOn,
  );
  return {
    first_job_on: jobs.map((job) => job.startedOn).sort()[0] ?? null,
    left_as: last?.status ?? (employedOn(life, leaving) ? 'employed' : null),
    qualified:
      life.qualifiedOn !== undefined &&
      life.qualifiedOn >= life.startedOn &&
      life.qualifiedOn <= addDays(life.endedOn, 28),
    employed_180: employedOn(life, [addDays(life.endedOn, 180)]),
    half_year_on: halfAYearAfter(life.endedOn),
    employed_half_year: employedOn(life, [halfAYearAfter(life.endedOn)]),
    employed_quarter_2: employedOn(life, second!),
    employed_quarter_4: employedOn(life, fourth!),
    same_employer: [...employers(second!)].some((each) => employers(fourth!).has(each)),
  };
}

describe('what became of a person', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  async function found(lives: readonly Life[]): Promise<unknown[]> {
    const people = lives.map((each) => ({ ...each, participantId: uuidv7() }));
    const records = await new Records(db.owner).pact('2025-01-01');
    await records.push({
      source: 'sil',
      // With it, the source has confirmed everything up to the cutoff.
      participants: [{ externalId: 'nobody', participantId: uuidv7(), confirmedOn: CUTOFF }],
      pathways: people.map(({ participantId, startedOn, endedOn }) => ({
        externalId: participantId,
        participantId,
        startedOn,
        endedOn,
      })),
      spells: people.flatMap(({ participantId, spells }) =>
        spells.map((each, index) => ({ ...each, externalId: `${participantId} ${index}`, participantId })),
      ),
      statuses: people.flatMap(({ participantId, statuses }) =>
        statuses.map((each, index) => ({ ...each, externalId: `${participantId} ${index}`, participantId })),
      ),
      qualifications: people.flatMap(({ participantId, qualifiedOn }) =>
        qualifiedOn === undefined
          ? []
          : [{ externalId: participantId, participantId, awardedOn: qualifiedOn }],
      ),
    });
    const facts = new FactsService(db.database);
    await db.database.transaction(() => facts.refresh(records.pactId, completeSettings()));
    const rows = await db.owner.query<{ participant_id: string }>(
      `select participant_id, first_job_on, left_as, qualified, employed_180, half_year_on, employed_half_year,
         employed_quarter_2, employed_quarter_4, same_employer from fact_pathway where pact_id = $1`,
      [records.pactId],
    );
    const byPerson = new Map(rows.map(({ participant_id: id, ...row }) => [id, row]));
    return people.map(({ participantId }) => byPerson.get(participantId));
  }

  it('is what walking through the days one by one finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLife, { minLength: 40, maxLength: 40 }), async (lives) => {
        expect(await found(lives)).toEqual(lives.map(expected));
      }),
      { numRuns: 8 },
    );
  });
});
