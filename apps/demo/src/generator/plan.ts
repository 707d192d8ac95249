import { addDays, daysBetween, type Day } from '#kernel';
import { MEASURES, UNITS, type MeasureText } from './plan-texts.js';
import { Random } from './random.js';
import type { Territory } from './territories.js';

export interface LinePlan {
  readonly programme: string;
  readonly amountCents: number;
  readonly startsOn: Day;
  readonly payments: readonly PaymentPlan[];
}

export interface PaymentPlan {
  readonly kind: 'expenditure' | 'overrun';
  readonly spentOn: Day;
  readonly amountCents: number;
  /** What is paid; no two of a line are called the same. */
  readonly note: string;
}

export interface VoucherPlan {
  /** No two of a measure are issued on the same day. */
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly amountCents: number;
  readonly use?: { readonly usedOn: Day; readonly usedCents: number };
}

export interface MeasurePlan extends MeasureText {
  readonly terms?: {
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly durationMonths: number;
    readonly budgetCents: number;
  };
  readonly lines: readonly LinePlan[];
  readonly progress: readonly { readonly onDay: Day; readonly doneShare: number }[];
  readonly issued: readonly VoucherPlan[];
}

/** What a pact does and pays for. */
export interface PlanPlan {
  readonly measures: readonly MeasurePlan[];
  /** Name of the department by the key of its actor. */
  readonly units: ReadonlyMap<string, string>;
  /** A shipped template that is applied before, whole. */
  readonly template?: string;
}

interface Setting {
  readonly seed: number;
  readonly territory: Territory;
  readonly startsOn: Day;
  readonly horizon: Day;
}

/** This one follows the integrated local plan, with all it asks. */
const FOLLOWS_THE_LOCAL_PLAN = 'lecco';
const MONTH = 30;
const HALF_YEAR = 182;
/** How often a line that should last is spent before its time. */
const OVERRUN_SHARE = 0.4;
const OVERRUN = 0.05;

export function generatePlan(setting: Setting): PlanPlan {
  const { code } = setting.territory;
  return {
    measures: MEASURES.map((text) => measureOf(setting, text)),
    units: new Map(Object.entries(UNITS).map(([desk, name]) => [`${code}/${desk}`, name])),
    ...(code === FOLLOWS_THE_LOCAL_PLAN && { template: 'integrated-local-plan' }),
  };
}

function measureOf(setting: Setting, text: MeasureText): MeasurePlan {
  const { settled } = text;
  if (!settled) return { ...text, lines: [], progress: [], issued: [] };
  const random = Random.of(setting.seed, 'measure', setting.territory.code, text.code);
  const startsOn = addDays(setting.startsOn, settled.afterMonths * MONTH);
  const endsOn = addDays(startsOn, settled.months * MONTH - 1);
  const budgetCents = random.whole(...settled.budget) * 100_000;
  const until = endsOn < setting.horizon ? endsOn : setting.horizon;
  const spell = { startsOn, endsOn, until };
  const isPaid = settled.state !== 'approved';
  return {
    ...text,
    terms: { startsOn, endsOn, durationMonths: settled.months, budgetCents },
    lines: Object.entries(settled.shares).map(([programme, share]) => ({
      programme,
      amountCents: Math.round(budgetCents * share),
      startsOn,
      payments: isPaid ? payments(random, Math.round(budgetCents * share), spell, text.code) : [],
    })),
    progress: isPaid ? progress(random, spell) : [],
    issued: vouchers(random, text.vouchers ?? 0, spell),
  };
}

interface Spell {
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** The last day of it that anything is known about. */
  readonly until: Day;
}

/** A payment every half-year, evenly; some traineeships are dearer than the line, which the committee has to allow. */
function payments(random: Random, amountCents: number, spell: Spell, code: string): PaymentPlan[] {
  const halfYears = Math.ceil(daysBetween(spell.startsOn, spell.endsOn) / HALF_YEAR);
  const days = everyFrom(spell, HALF_YEAR);
  const runsOver = code === 'tirocini' && days.length > 1 && random.chance(OVERRUN_SHARE);
  const each = Math.floor(amountCents / (runsOver ? days.length : halfYears));
  const even = days.map((spentOn, index): PaymentPlan => ({
    kind: 'expenditure',
    spentOn,
    amountCents: each - (runsOver ? 0 : random.whole(0, 9) * 1000),
    note: `Rata ${index + 1}`,
  }));
  if (!runsOver) return even;
  const over = Math.floor(amountCents * OVERRUN);
  const spentOn = spell.until;
  return [
    ...even,
    { kind: 'overrun', spentOn, amountCents: over, note: 'Più tirocini del previsto' },
    { kind: 'expenditure', spentOn, amountCents: over, note: 'Tirocini oltre la linea' },
  ];
}

/** Told every half-year, near an even pace. */
function progress(random: Random, spell: Spell): MeasurePlan['progress'] {
  const whole = daysBetween(spell.startsOn, spell.endsOn);
  const pace = random.pick([0.7, 0.95, 1, 1.05]);
  const told = everyFrom(spell, HALF_YEAR).map((onDay) => {
    const share = Math.min(1, (daysBetween(spell.startsOn, onDay) / whole) * pace);
    return { onDay, doneShare: Math.round(share * 100) / 100 };
  });
  return spell.until === spell.endsOn ? [...told, { onDay: spell.endsOn, doneShare: 1 }] : told;
}

function vouchers(random: Random, count: number, spell: Spell): VoucherPlan[] {
  const apart = Math.floor(daysBetween(spell.startsOn, spell.until) / (count + 1));
  return Array.from({ length: apart > 0 ? count : 0 }, (_, index) => {
    const issuedOn = addDays(spell.startsOn, (index + 1) * apart);
    const amountCents = random.whole(3, 12) * 10_000;
    const usedOn = addDays(issuedOn, random.whole(5, 80));
    const isUsed = random.chance(0.7) && usedOn <= spell.until;
    return {
      issuedOn,
      expiresOn: addDays(issuedOn, HALF_YEAR),
      amountCents,
      ...(isUsed && { use: { usedOn, usedCents: amountCents - random.whole(0, 2) * 1000 } }),
    };
  });
}

function everyFrom({ startsOn, until }: Spell, days: number): Day[] {
  const count = Math.max(0, Math.floor(daysBetween(startsOn, until) / days));
  return Array.from({ length: count }, (_, index) => addDays(startsOn, (index + 1) * days));
}
