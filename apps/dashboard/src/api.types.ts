/** What the dashboard reads of the API's answers; docs/openapi.json tells all of it. */
export interface Me {
  readonly name: string;
  readonly kind: string;
  readonly permissions: readonly string[];
}

export interface Pact {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn?: string;
}

export interface IndicatorSummary {
  readonly code: string;
  readonly version: number;
  readonly label: string;
  readonly unit: string;
  readonly breakdowns: readonly string[];
}

export interface Indicator extends IndicatorSummary {
  readonly rule: string;
  readonly formula: string;
}

export interface IndicatorSettings {
  readonly disclosureThreshold: number;
}

export interface Target {
  readonly indicator: string;
  readonly period: string;
}

/** Of a whole number of periods: what went, and what may follow. */
export interface Trend {
  readonly unit?: string;
  readonly trend?: {
    readonly n: number;
    readonly course: 'rising' | 'falling' | 'steady';
    readonly isWanted?: boolean;
  };
  readonly forecast?: readonly Expected[];
}

export interface Expected {
  readonly period: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Figure {
  readonly pactId: string;
  readonly indicator: string;
  readonly definitionVersion: number;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly unit: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly atRisk?: number;
  readonly median?: number;
  readonly ci95?: readonly [number, number];
  readonly target?: {
    readonly value: number;
    readonly attainment?: number;
    readonly isMet?: boolean;
  };
  readonly asOf: string;
  readonly computedAt: string;
  readonly coverage: { readonly reported: number; readonly expected: number };
  readonly suppression: 'none' | 'primary' | 'complementary';
  readonly missing?: 'no-cases' | 'not-observed' | 'units-differ';
}

export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly requestId?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly _links: { readonly next?: string };
}
