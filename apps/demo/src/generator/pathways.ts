import { addDays, daysBetween, type Day } from '#kernel';
import { careerFrom, traineeship, type Spell, type WorkSetting } from './employment.js';
import { personOf, type Person } from './people.js';
import { Random } from './random.js';
import type { Territory } from './territories.js';

/** One pathway as it truly went, and the work that followed; what a source knows of it is another matter. */
export interface Course {
  readonly index: number;
  readonly person: Person;
  readonly startedOn: Day;
  readonly endedOn: Day;
  readonly exitReason: 'completed' | 'employed' | 'dropped_out' | 'transferred' | 'other';
  readonly measureCode: string;
  readonly accessPoint: string;
  readonly leadActorKey: string;
  readonly spells: readonly Spell[];
  /** The person had a pathway here before. */
  readonly again?: true;
}

export interface CourseSetting {
  readonly seed: number;
  readonly territory: Territory;
  readonly startsOn: Day;
  readonly horizon: Day;
}

const MEASURES = ['accompagnamento', 'tirocini', 'formazione-breve', 'collocamento-mirato'];
/** Who of a territory's actors accompanies people, by what comes after the territory in its key. */
const LEADS = [
  ['impiego', 30] as const,
  ['coop', 28] as const,
  ['formazione', 16] as const,
  ['ambito', 12] as const,
  ['associazione', 10] as const,
  ['imprese', 4] as const,
];
const SECOND_MEASURE = 'rientro';

/** Every thirty-first pathway is the second one of the person before, in another measure, if there was time. */
const RETURN_EVERY = 31;

export function courseOf(setting: CourseSetting, index: number): Course {
  if (index % RETURN_EVERY !== RETURN_EVERY - 1) return firstCourse(setting, index);
  return returnOf(setting, index, firstCourse(setting, index - 1)) ?? firstCourse(setting, index);
}

function firstCourse(setting: CourseSetting, index: number): Course {
  const { seed, territory, startsOn, horizon } = setting;
  const random = Random.of(seed, 'pathway', territory.code, index);
  const days = daysBetween(startsOn, horizon) - 10;
  // Intake grows as the pact becomes known: the later half of the time brings most of the people.
  const startedOn = addDays(startsOn, Math.floor(days * Math.pow(random.next(), 0.8)));
  const person = personOf(seed, territory, index, startedOn);
  return travelled(setting, index, { random, person, startedOn, measureCode: random.pick(MEASURES) });
}

/** The work of a person is told once, with the first pathway. */
function returnOf(setting: CourseSetting, index: number, first: Course): Course | undefined {
  const random = Random.of(setting.seed, 'return', setting.territory.code, index);
  const startedOn = addDays(first.endedOn, random.whole(20, 150));
  if (startedOn > addDays(setting.horizon, -10)) return undefined;
  const { person } = first;
  const course = travelled(setting, index, { random, person, startedOn, measureCode: SECOND_MEASURE });
  return { ...course, again: true, spells: [] };
}

interface Departure {
  readonly random: Random;
  readonly person: Person;
  readonly startedOn: Day;
  readonly measureCode: string;
}

function travelled(setting: CourseSetting, index: number, departure: Departure): Course {
  const { random, person, startedOn, measureCode } = departure;
  const work: WorkSetting = {
    horizon: setting.horizon,
    loss: setting.territory.loss * personalLoss(person),
    young: Number(startedOn.slice(0, 4)) - person.birthYear < 30,
    employerPrefix: setting.territory.code.slice(0, 3).toUpperCase(),
  };
  const dropsOut = random.chance(dropOutChance(person));
  const finds = random.chance(placementChance(setting.territory, person) * (dropsOut ? 0.25 : 1));
  const spells = finds ? workAfter(random, startedOn, work) : [];
  const firstJob = spells.find((spell) => !spell.contract.startsWith('C.'));
  const accessPoint = random.pick(['sportello', 'servizio per l’impiego', 'parrocchia', 'servizi sociali']);
  const leadActorKey = `${setting.territory.code}/${random.weighted(LEADS)}`;
  const exit = dropsOut ? droppedOut(random, startedOn) : left(random, startedOn, firstJob?.startedOn);
  return { index, person, startedOn, measureCode, accessPoint, leadActorKey, spells, ...exit };
}

/** A third of those who find work start with a traineeship, which is not yet a job. */
function workAfter(random: Random, startedOn: Day, work: WorkSetting): Spell[] {
  if (!random.chance(0.3)) return careerFrom(random, addDays(startedOn, 14 + random.waiting(110)), work);
  const training = traineeship(random, addDays(startedOn, 14 + random.waiting(60)), work);
  const firstDay = addDays(training.plannedEndOn!, 1 + (random.chance(0.5) ? 0 : random.waiting(30)));
  return [training, ...careerFrom(random, firstDay, work)].filter((spell) => spell.startedOn <= work.horizon);
}

function droppedOut(random: Random, startedOn: Day): Pick<Course, 'endedOn' | 'exitReason'> {
  return { endedOn: addDays(startedOn, 7 + random.waiting(75)), exitReason: 'dropped_out' };
}

function left(random: Random, startedOn: Day, jobOn?: Day): Pick<Course, 'endedOn' | 'exitReason'> {
  if (jobOn) {
    const exitReason = random.weighted([['employed', 70] as const, ['completed', 30] as const]);
    return { endedOn: addDays(jobOn, random.whole(15, 120)), exitReason };
  }
  const exitReason = random.weighted([
    ['completed', 62] as const,
    ['transferred', 20] as const,
    ['other', 18] as const,
  ]);
  return { endedOn: addDays(startedOn, random.whole(150, 480)), exitReason };
}

function dropOutChance(person: Person): number {
  let chance = 0.17;
  if (person.targetGroups.includes('neet')) chance += 0.07;
  if (person.housingExclusion) chance += 0.08;
  if (person.entryStatus === 'inactive') chance += 0.04;
  return chance;
}

function placementChance(territory: Territory, person: Person): number {
  let chance = 0.66 + territory.placement;
  if (person.disability) chance -= 0.12;
  if (person.entryStatus === 'long_term_unemployed') chance -= 0.1;
  if (person.entryStatus === 'inactive') chance -= 0.08;
  if (person.education >= 3) chance += 0.06;
  return chance;
}

function personalLoss(person: Person): number {
  let loss = 1;
  if (person.housingExclusion) loss *= 1.4;
  if (person.targetGroups.includes('exploited_worker')) loss *= 1.3;
  if (person.sex === 'F') loss *= 0.92;
  if (person.education >= 3) loss *= 0.85;
  return loss;
}
