/** A communication as far as it says what became of its relation. Days as text; what it does not say is null. */
export interface Communication {
  /** The keyed hash of its code, or of what it says. */
  readonly key: string;
  readonly relation: string;
  readonly event: 'hire' | 'extension' | 'transformation' | 'cessation';
  readonly doing: 'tell' | 'rectify' | 'annul';
  readonly replaces: string | null;
  /** Sorts as text. */
  readonly sentAt: string | null;
  readonly startedOn: string;
  readonly plannedEndOn: string | null;
  readonly transformedOn: string | null;
  readonly becomesPermanent: boolean | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly contract: string | null;
  readonly hoursPerWeek: string | null;
  readonly employerKey: string | null;
  readonly sector: string | null;
  readonly participantId: string;
}

/** What an employment relation comes to. */
export interface Spell {
  readonly participantId: string;
  readonly startedOn: string;
  readonly plannedEndOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly contract: string;
  readonly hoursPerWeek: string | null;
  readonly employerKey: string | null;
  readonly sector: string | null;
}

type Order = (communication: Communication) => string;

/** Whatever came in first: an order that only what the communications say decides. */
const bySending: Order = ({ sentAt, key }) => `${sentAt ?? ''} ${key}`;
/** Terms hold from the start, and from each transformation on. What else tells them repeats them. */
const byTerms: Order = (communication) => {
  const { event, transformedOn } = communication;
  const rank = event === 'transformation' ? 2 : event === 'hire' ? 1 : 0;
  return `${rank} ${transformedOn ?? ''} ${bySending(communication)}`;
};

const last = (some: readonly Communication[], order: Order): Communication | undefined =>
  some.reduce<Communication | undefined>(
    (latest, one) => (latest === undefined || order(one) > order(latest) ? one : latest),
    undefined,
  );

/**
 * Those that still say something: what another one names as corrected or annulled does not, nor does an annulment. Of
 * several that name the same one the last sent holds.
 */
function inForce(known: readonly Communication[]): Communication[] {
  const naming = new Map<string, Communication>();
  for (const one of known) {
    if (one.doing === 'tell' || one.replaces === null) continue;
    const other = naming.get(one.replaces);
    if (other === undefined || bySending(one) > bySending(other)) naming.set(one.replaces, one);
  }
  return known.filter((one) => {
    if (one.doing === 'annul' || naming.has(one.key)) return false;
    return one.doing === 'tell' || one.replaces === null || naming.get(one.replaces) === one;
  });
}

/** The spell of each relation that still comes to something. */
export function spellsOf(known: readonly Communication[]): Map<string, Spell> {
  const byRelation = new Map<string, Communication[]>();
  for (const one of inForce(known)) {
    const others = byRelation.get(one.relation);
    if (others === undefined) byRelation.set(one.relation, [one]);
    else others.push(one);
  }
  const spells = [...byRelation].map(([relation, said]) => [relation, spellOf(said)] as const);
  return new Map(spells.filter((entry): entry is [string, Spell] => entry[1] !== undefined));
}

/** The spell that follows from what is in force of one relation; none without a contract. */
function spellOf(said: readonly Communication[]): Spell | undefined {
  const terms = (name: 'contract' | 'hoursPerWeek' | 'sector' | 'employerKey'): string | null =>
    last(
      said.filter((one) => one[name] !== null),
      byTerms,
    )?.[name] ?? null;
  const [any] = said;
  const contract = terms('contract');
  if (any === undefined || contract === null) return undefined;
  const cessation = last(
    said.filter(({ event }) => event === 'cessation'),
    bySending,
  );
  return {
    participantId: any.participantId,
    startedOn: any.startedOn,
    plannedEndOn: plannedEnd(said),
    endedOn: cessation?.endedOn ?? null,
    endReason: cessation?.endReason ?? null,
    contract,
    hoursPerWeek: terms('hoursPerWeek'),
    employerKey: terms('employerKey'),
    sector: terms('sector'),
  };
}

/** The latest day agreed on, unless the job has become one without an end. */
function plannedEnd(said: readonly Communication[]): string | null {
  if (said.some(({ becomesPermanent }) => becomesPermanent === true)) return null;
  const agreed = said.flatMap(({ plannedEndOn }) => (plannedEndOn === null ? [] : [plannedEndOn]));
  return agreed.sort().at(-1) ?? null;
}
