import { addDays, type Day } from '#kernel';
import type { Spell } from './employment.js';
import type { Course } from './pathways.js';
import type { Identifier, Person } from './people.js';
import { Random } from './random.js';
import { COMMUNICATIONS_SOURCE, type Territory } from './territories.js';

export interface OutcomeRecord {
  readonly kind: 'participant' | 'pathway' | 'employment';
  readonly externalId: string;
  readonly participant: Identifier;
  readonly confirmedOn: Day;
  /** Who accompanies; the service wants its id, which only the loader knows. */
  readonly leadActorKey?: string;
  readonly [field: string]: unknown;
}

export interface SourcedRecord {
  readonly source: string;
  readonly record: OutcomeRecord;
}

/** Where the pathway is; the fields a partner system would send of it on that day. */
interface View {
  readonly confirmedOn: Day;
  readonly course: Course;
  readonly serial: string;
}

/**
 * What the sources say on a day about one pathway. They lag: usually by days, sometimes by months; what happened
 * after the last day a source has confirmed is not known to it, and so work that goes on is right-censored.
 */
export function recordsKnownOn(
  seed: number,
  territory: Territory,
  course: Course,
  day: Day,
): SourcedRecord[] {
  const random = Random.of(seed, 'lag', territory.code, course.index);
  const lag = random.chance(0.1) ? random.whole(30, 90) : random.whole(1, 12);
  if (course.startedOn > day) return [];
  const usual = addDays(day, -lag);
  const confirmedOn = usual > course.startedOn ? usual : course.startedOn;
  const view: View = { confirmedOn, course, serial: `${territory.code}-${course.index + 1}` };
  const own = (record: OutcomeRecord): SourcedRecord => ({ source: territory.source, record });
  const person = course.again ? [] : [own(participantRecord(view))];
  return [...person, own(pathwayRecord(view)), ...employment(random, territory, view)];
}

/** Who is known by tax code may be followed by the regional feed instead of the partner, or by both. */
function employment(random: Random, territory: Territory, view: View): SourcedRecord[] {
  const { taxCode } = view.course.person;
  const followed = taxCode !== undefined && random.chance(0.6);
  const sources = followed ? [COMMUNICATIONS_SOURCE] : [territory.source];
  if (followed && random.chance(0.25)) sources.push(territory.source);
  return sources.flatMap((source) =>
    view.course.spells
      .filter((spell) => spell.startedOn <= view.confirmedOn)
      .map((spell, index) => ({ source, record: employmentRecord(view, spell, index) })),
  );
}

function participantRecord({ course, confirmedOn }: View): OutcomeRecord {
  const { serial, identifier, taxCode: _hidden, entryStatus: _ofThePathway, ...attributes } = course.person;
  return { kind: 'participant', externalId: serial, participant: identifier, confirmedOn, ...attributes };
}

function pathwayRecord({ course, confirmedOn, serial }: View): OutcomeRecord {
  const closed = course.endedOn <= confirmedOn;
  return {
    kind: 'pathway',
    externalId: `percorso-${serial}`,
    participant: course.person.identifier,
    confirmedOn,
    startedOn: course.startedOn,
    ...(closed ? { endedOn: course.endedOn, exitReason: course.exitReason } : {}),
    measureCode: course.measureCode,
    accessPoint: course.accessPoint,
    leadActorKey: course.leadActorKey,
    entryStatus: course.person.entryStatus,
    phase: closed ? 'closed' : phaseOn(course, confirmedOn),
  };
}

function phaseOn(course: Course, day: Day): string {
  if (course.spells.some((spell) => spell.startedOn <= day)) return 'placement';
  if (addDays(course.startedOn, 30) > day) return 'intake';
  return addDays(course.startedOn, 90) > day ? 'orientation' : 'training';
}

function employmentRecord({ course, confirmedOn, serial }: View, spell: Spell, index: number): OutcomeRecord {
  const { employer, endedOn, endReason, ...fields } = spell;
  const ended = endedOn !== undefined && endedOn <= confirmedOn;
  return {
    kind: 'employment',
    externalId: `lavoro-${serial}-${index + 1}`,
    participant: identityOf(course.person),
    confirmedOn,
    ...fields,
    ...(ended ? { endedOn, endReason } : {}),
    employer: { scheme: 'demo-employer', value: employer },
  };
}

function identityOf(person: Person): Identifier {
  return person.taxCode ? { scheme: 'it-cf', value: person.taxCode } : person.identifier;
}
