import { addDays, daysBetween, retentionAt, survivalTable, type DurationCount } from '#kernel';
import { FIXED_TERM, PERMANENT, TRAINEESHIP, type Spell } from './employment.js';
import {
  coursesOf,
  generateNetwork,
  horizonOf,
  networkStart,
  outcomesKnownOn,
  type NetworkOptions,
} from './network.js';
import type { Course } from './pathways.js';
import { controlCharacter } from './tax-codes.js';

const options: NetworkOptions = { seed: 7, horizon: '2026-10-31', scale: 1 };
const network = generateNetwork(options);
const courses = network.pacts.flatMap((pact) => [...coursesOf(options, pact)]);
const commitments = network.pacts.flatMap((pact) => pact.commitments);

describe('the generated network', () => {
  it('is the same for the same seed and another for another seed', () => {
    expect(generateNetwork(options)).toEqual(network);
    expect(generateNetwork({ ...options, seed: 8 })).not.toEqual(network);
    const again = network.pacts.flatMap((pact) => [...coursesOf(options, pact)]);
    expect(again).toEqual(courses);
  });

  it('has the promised sizes', () => {
    expect(network.pacts).toHaveLength(12);
    expect(network.actors).toHaveLength(150);
    expect(commitments).toHaveLength(400);
    expect(courses).toHaveLength(6000);
    expect(new Set(network.actors.map((actor) => actor.system)).size).toBe(4);
  });

  it('only loses things when the scale is smaller', () => {
    const small = generateNetwork({ ...options, scale: 0.1 });
    const milano = small.pacts.find((pact) => pact.territory.code === 'milano')!;
    const whole = network.pacts.find((pact) => pact.territory.code === 'milano')!;
    expect(whole.commitments.slice(0, milano.commitments.length)).toEqual(milano.commitments);
    expect([...coursesOf(options, whole)].slice(0, milano.pathways)).toEqual([...coursesOf(options, milano)]);
    expect(small.pacts.reduce((sum, pact) => sum + pact.pathways, 0)).toBe(600);
  });

  it('finds its horizon again from its first day', () => {
    expect(networkStart('2026-10-31')).toBe('2023-11-01');
    expect(horizonOf('2023-11-01')).toBe('2026-10-31');
    expect(horizonOf(networkStart('2025-12-31'))).toBe('2025-12-31');
  });
});

describe('a generated commitment', () => {
  it('occurs in every state, in every pact', () => {
    for (const pact of network.pacts)
      expect(new Set(pact.commitments.map((each) => each.target)).size).toBe(9);
  });

  it('is held by a signed member and never promised to oneself', () => {
    for (const pact of network.pacts) {
      const signed = new Set(pact.members.filter((each) => each.signature).map((each) => each.actorKey));
      for (const each of pact.commitments) {
        expect(signed.has(each.promisorKey)).toBe(true);
        expect(each.beneficiaryKeys).not.toContain(each.promisorKey);
      }
    }
  });

  it('has milestones inside its period that add up to what is promised', () => {
    for (const each of commitments.filter((plan) => plan.milestones.length > 0)) {
      expect(each.milestones.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(each.quantity);
      for (const { dueOn } of each.milestones)
        expect(dueOn >= each.startsOn && dueOn <= each.endsOn).toBe(true);
    }
  });

  it('is delivered in full exactly when it ends fulfilled', () => {
    for (const each of commitments) {
      const confirmed = each.deliveries
        .filter((delivery) => delivery.verdict === 'confirmed')
        .reduce((sum, { quantity }) => sum + quantity, 0);
      if (each.target === 'fulfilled') expect(confirmed).toBe(each.quantity);
      else expect(confirmed).toBeLessThan(each.quantity);
      if (each.target === 'partly_fulfilled') expect(confirmed).toBeGreaterThan(0);
      if (each.target === 'breached') expect(confirmed).toBe(0);
    }
  });

  it('is past its end when it is closed and not past it when it is open', () => {
    for (const each of commitments) {
      const closed = ['fulfilled', 'partly_fulfilled', 'breached'].includes(each.target);
      expect(each.endsOn < options.horizon).toBe(closed);
      for (const { deliveredOn, quantity } of each.deliveries) {
        expect(deliveredOn >= each.startsOn && deliveredOn <= options.horizon).toBe(true);
        expect(Number.isInteger(quantity) && quantity > 0).toBe(true);
      }
    }
  });

  it('has deliveries confirmed, disputed and not yet looked at, and conditions', () => {
    const verdicts = new Set(commitments.flatMap((each) => each.deliveries.map(({ verdict }) => verdict)));
    expect(verdicts).toEqual(new Set(['confirmed', 'disputed', undefined]));
    expect(commitments.filter((each) => each.conditionalOnKey).length).toBeGreaterThan(5);
  });
});

describe('a generated pathway', () => {
  it('starts within the pact and ends after it starts', () => {
    for (const pact of network.pacts) {
      for (const course of coursesOf(options, pact)) {
        expect(course.startedOn >= pact.startsOn && course.startedOn <= options.horizon).toBe(true);
        expect(course.endedOn >= course.startedOn).toBe(true);
      }
    }
  });

  it('is left early by some and taken up again by some', () => {
    const dropped = courses.filter((course) => course.exitReason === 'dropped_out').length / courses.length;
    expect(dropped).toBeGreaterThan(0.15);
    expect(dropped).toBeLessThan(0.3);
    const again = courses.filter((course) => course.again).length;
    expect(again).toBeGreaterThan(60);
    expect(new Set(courses.map((course) => course.person.serial)).size).toBe(courses.length - again);
  });

  it('names people only by invented identifiers with the right control character', () => {
    const codes = courses.flatMap((course) => course.person.taxCode ?? []);
    expect(new Set(codes).size / courses.length).toBeGreaterThan(0.4);
    for (const code of codes) {
      expect(code).toMatch(/^[A-Z]{6}\d{2}[A-Z]\d{2}Z998[A-Z]$/);
      expect(controlCharacter(code.slice(0, 15))).toBe(code[15]);
    }
  });
});

describe('a generated career', () => {
  const careers = courses.map((course) => course.spells).filter((spells) => spells.length > 0);
  const spells = careers.flat();

  it('has no spell that ends before it starts or overlaps the one before', () => {
    for (const career of careers) {
      for (const [index, spell] of career.entries()) {
        expect(lastDay(spell) >= spell.startedOn).toBe(true);
        const before = career[index - 1];
        if (before) expect(daysBetween(lastDay(before), spell.startedOn)).toBeGreaterThan(0);
      }
    }
  });

  it('starts at working age', () => {
    for (const { person, spells: work } of courses) {
      for (const { startedOn } of work)
        expect(Number(startedOn.slice(0, 4)) - person.birthYear).toBeGreaterThanOrEqual(16);
    }
  });

  it('holds terms of 90, 180 and 365 days, permanent contracts and traineeships', () => {
    const terms = spells.filter((spell) => spell.contract === FIXED_TERM);
    const lengths = new Set(terms.map((spell) => daysBetween(spell.startedOn, spell.plannedEndOn!) + 1));
    for (const days of [90, 180, 365]) expect(lengths.has(days)).toBe(true);
    expect(spells.some((spell) => spell.contract === PERMANENT)).toBe(true);
    expect(spells.some((spell) => spell.contract === TRAINEESHIP)).toBe(true);
  });

  it('pauses as the law asks between two terms with one employer', () => {
    const pauses = careers.flatMap((career) =>
      career.flatMap((spell, index) => {
        const before = career[index - 1];
        const renewed = before?.employer === spell.employer && spell.contract === FIXED_TERM;
        return renewed ? [daysBetween(lastDay(before), spell.startedOn) - 1] : [];
      }),
    );
    expect(pauses.length).toBeGreaterThan(300);
    expect(pauses.filter((days) => days === 10 || days === 20).length / pauses.length).toBeGreaterThan(0.8);
  });

  it('lasts as in the field: most past 90 days, about half past 180, fewer past a year', () => {
    const steps = survivalTable(durations(courses));
    const [at90, at180, at365] = [90, 180, 365].map((days) => retentionAt(steps, days).value!);
    expect(at90).toBeGreaterThan(0.7);
    expect(at90).toBeLessThan(0.88);
    expect(at180).toBeLessThan(at90! - 0.08);
    expect(at365).toBeLessThan(at180! - 0.08);
    expect(at365).toBeGreaterThan(0.2);
  });
});

describe('what the sources know', () => {
  const latest = network.pacts.flatMap((pact) => [...outcomesKnownOn(options, pact, options.horizon)]);
  const before = network.pacts.flatMap((pact) => [
    ...outcomesKnownOn(options, pact, addDays(options.horizon, -120)),
  ]);

  it('covers every pathway, each record once', () => {
    expect(latest.filter(({ record }) => record.kind === 'pathway')).toHaveLength(6000);
    const ids = latest.map(({ source, record }) => `${source} ${record.kind} ${record.externalId}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says nothing that happened after the day it is confirmed', () => {
    const told = latest.flatMap(({ record }) => [
      { day: record['startedOn'] as string | undefined, until: record.confirmedOn },
      { day: record['endedOn'] as string | undefined, until: record.confirmedOn },
    ]);
    expect(told.filter(({ day, until }) => day !== undefined && day > until)).toEqual([]);
  });

  it('leaves a sound share of the work open, and of the pathways', () => {
    const work = latest.filter(({ record }) => record.kind === 'employment').map(({ record }) => record);
    const open = work.filter(
      (each) => !each['endedOn'] && !((each['plannedEndOn'] as string) <= each.confirmedOn),
    );
    expect(open.length / work.length).toBeGreaterThan(0.15);
    expect(open.length / work.length).toBeLessThan(0.5);
    const paths = latest.filter(({ record }) => record.kind === 'pathway');
    const running = paths.filter(({ record }) => !record['endedOn']).length / paths.length;
    expect(running).toBeGreaterThan(0.1);
    expect(running).toBeLessThan(0.4);
  });

  it('tells of some people through two sources', () => {
    const sources = new Map<string, Set<string>>();
    for (const { source, record } of latest) {
      const key = record.participant.value;
      sources.set(key, (sources.get(key) ?? new Set()).add(source));
    }
    expect([...sources.values()].filter((each) => each.size > 1).length).toBeGreaterThan(500);
  });

  it('was less, and never newer, a few months before', () => {
    expect(before.length).toBeLessThan(latest.length);
    const confirmed = new Map(
      latest.map(({ source, record }) => [source + record.externalId, record.confirmedOn]),
    );
    for (const { source, record } of before) {
      expect(confirmed.get(source + record.externalId)! > record.confirmedOn).toBe(true);
    }
  });
});

function lastDay(spell: Spell): string {
  return spell.endedOn ?? spell.plannedEndOn ?? '9999-12-31';
}

/** The first job of each, renewals within 28 days joined, seen at the horizon. */
function durations(all: readonly Course[]): DurationCount[] {
  return all.flatMap((course) => {
    const jobs = course.spells.filter((spell) => spell.contract !== TRAINEESHIP);
    if (jobs.length === 0) return [];
    let end = lastDay(jobs[0]!);
    for (const job of jobs.slice(1)) if (daysBetween(end, job.startedOn) - 1 <= 28) end = lastDay(job);
    const ended = daysBetween(end, options.horizon) > 28;
    const until = ended || end < options.horizon ? end : options.horizon;
    return [
      { time: daysBetween(jobs[0]!.startedOn, until) + 1, ended: ended ? 1 : 0, censored: ended ? 0 : 1 },
    ];
  });
}

describe('generated governance', () => {
  const governed = network.pacts.map(({ governance, members, startsOn }) => ({
    governance,
    members,
    startsOn,
  }));

  it('meets every quarter, verifies every year and consults twice a year, for two years', () => {
    for (const { governance } of governed) {
      expect(governance.meetings).toHaveLength(8);
      expect(governance.meetings.filter(({ kind }) => kind === 'verification')).toHaveLength(2);
      expect(governance.consultations).toHaveLength(4);
      for (const { heldOn } of governance.meetings) expect(heldOn <= options.horizon).toBe(true);
    }
  });

  it('seats members that have signed, and lets those vote who came', () => {
    for (const { governance, members } of governed) {
      const signed = new Set(members.filter((each) => each.signature).map((each) => each.actorKey));
      for (const { seats } of governance.bodies) {
        expect(seats.filter(({ actorKey }) => !signed.has(actorKey))).toEqual([]);
      }
      for (const { attendance, proposal, heldOn } of governance.meetings) {
        const there = attendance.filter(({ status }) => status === 'present').map(({ actorKey }) => actorKey);
        expect(proposal.votes.map(({ actorKey }) => actorKey)).toEqual(there);
        expect(proposal.submittedOn < heldOn).toBe(true);
      }
    }
  });
});
