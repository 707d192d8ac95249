import { addDays, type Day } from '#kernel';
import type { Random } from './random.js';

export interface Spell {
  readonly startedOn: Day;
  /** Only a fixed term and a traineeship have one. */
  readonly plannedEndOn?: Day;
  /** Absent: it lasts beyond the horizon. A term that is simply reached sends no message of its own. */
  readonly endedOn?: Day;
  readonly endReason?: string;
  readonly contract: string;
  readonly hoursPerWeek: number;
  readonly employer: string;
  readonly sector: string;
}

export interface WorkSetting {
  readonly horizon: Day;
  /** Multiplies the daily risk of losing the job. */
  readonly loss: number;
  readonly young: boolean;
  readonly employerPrefix: string;
}

export const PERMANENT = 'A.01.00';
export const FIXED_TERM = 'A.02.00';
const APPRENTICESHIP = 'A.03.09';
export const TRAINEESHIP = 'C.01.00';

/** The law asks for a pause between two fixed terms with one employer: 10 days after a short one, else 20. */
const SHORT_TERM_DAYS = 180;
const LONGEST_CAREER = 5;

const TERMS = [[90, 36] as const, [180, 40] as const, [365, 24] as const];
const SECTORS = ['C', 'F', 'G', 'H', 'I', 'N', 'Q', 'S'];

/** Mean days until an ending nobody planned; losses are likelier in the first half year. */
const MEAN_DAYS_OF_A_TERM = 300;
const MEAN_DAYS_EARLY = 370;
const MEAN_DAYS_LATER = 2400;

/** Every job from the first day of work on, in order, up to the horizon. */
export function careerFrom(random: Random, firstDay: Day, setting: WorkSetting): Spell[] {
  const spells: Spell[] = [];
  let next: { spell: Spell; lastDay: Day } | undefined = newJob(random, firstDay, setting);
  while (next && spells.length < LONGEST_CAREER) {
    spells.push(next.spell);
    next = next.lastDay >= setting.horizon ? undefined : afterwards(random, next, setting);
  }
  return spells.filter((spell) => spell.startedOn <= setting.horizon);
}

export function traineeship(random: Random, startedOn: Day, setting: WorkSetting): Spell {
  const plannedEndOn = addDays(startedOn, random.pick([89, 119, 179]));
  return {
    startedOn,
    plannedEndOn,
    contract: TRAINEESHIP,
    hoursPerWeek: random.pick([20, 25, 30]),
    ...place(random, setting),
  };
}

function newJob(random: Random, startedOn: Day, setting: WorkSetting): { spell: Spell; lastDay: Day } {
  const contract = random.weighted([
    [FIXED_TERM, 66] as const,
    [PERMANENT, 24] as const,
    [APPRENTICESHIP, setting.young ? 22 : 0] as const,
  ]);
  return contract === FIXED_TERM
    ? fixedTerm(random, startedOn, setting, place(random, setting))
    : openEnded(random, startedOn, setting, contract, place(random, setting));
}

type Place = Pick<Spell, 'employer' | 'sector'>;

function fixedTerm(
  random: Random,
  startedOn: Day,
  setting: WorkSetting,
  where: Place,
): { spell: Spell; lastDay: Day } {
  const agreed = random.weighted(TERMS);
  const extended = random.chance(0.15) ? agreed : 0;
  const plannedEndOn = addDays(startedOn, agreed + extended - 1);
  const lost = addDays(startedOn, random.waiting(MEAN_DAYS_OF_A_TERM / setting.loss));
  const base = { startedOn, plannedEndOn, contract: FIXED_TERM, hoursPerWeek: hours(random), ...where };
  if (lost >= plannedEndOn) return { spell: base, lastDay: plannedEndOn };
  return { spell: { ...base, endedOn: lost, endReason: reason(random) }, lastDay: lost };
}

function openEnded(
  random: Random,
  startedOn: Day,
  setting: WorkSetting,
  contract: string,
  where: Place,
): { spell: Spell; lastDay: Day } {
  const early = random.waiting(MEAN_DAYS_EARLY / setting.loss);
  const days =
    early < SHORT_TERM_DAYS ? early : SHORT_TERM_DAYS + random.waiting(MEAN_DAYS_LATER / setting.loss);
  const endedOn = addDays(startedOn, days);
  const base = { startedOn, contract, hoursPerWeek: hours(random), ...where };
  return { spell: { ...base, endedOn, endReason: reason(random) }, lastDay: endedOn };
}

/** After a job: renewed after the pause, taken on for good, somewhere else after a while, or nothing. */
function afterwards(
  random: Random,
  { spell, lastDay }: { spell: Spell; lastDay: Day },
  setting: WorkSetting,
): { spell: Spell; lastDay: Day } | undefined {
  const where = { employer: spell.employer, sector: spell.sector };
  const reachedItsTerm = spell.contract === FIXED_TERM && spell.endedOn === undefined;
  if (reachedItsTerm && random.chance(0.18)) {
    return openEnded(random, addDays(lastDay, 1), setting, PERMANENT, where);
  }
  if (reachedItsTerm && random.chance(0.42)) {
    const short = addDays(spell.startedOn, SHORT_TERM_DAYS) > lastDay;
    const pause = (short ? 10 : 20) + (random.chance(0.1) ? random.whole(1, 12) : 0);
    return fixedTerm(random, addDays(lastDay, pause + 1), setting, where);
  }
  if (!random.chance(0.55)) return undefined;
  return newJob(random, addDays(lastDay, 4 + random.waiting(75)), setting);
}

function place(random: Random, setting: WorkSetting): Place {
  return {
    employer: `${setting.employerPrefix}-${String(random.whole(1, 180)).padStart(4, '0')}`,
    sector: random.pick(SECTORS),
  };
}

function hours(random: Random): number {
  return random.weighted([
    [20, 22] as const,
    [24, 14] as const,
    [30, 18] as const,
    [36, 12] as const,
    [40, 34] as const,
  ]);
}

function reason(random: Random): string {
  return random.weighted([
    ['resignation', 42] as const,
    ['dismissal', 26] as const,
    ['trial_period', 20] as const,
    ['mutual_agreement', 12] as const,
  ]);
}
