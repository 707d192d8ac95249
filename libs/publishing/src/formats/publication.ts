import type { Language } from './words.rules.js';

/** A figure as it is answered in JSON. What is suppressed has no numbers here already. */
export interface FigureJson {
  readonly id: string;
  readonly indicator: string;
  readonly definitionVersion: number;
  /** `_T` for several pacts together. */
  readonly pactId: string;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly atRisk?: number;
  readonly ended?: number;
  readonly median?: number;
  readonly participants?: number;
  readonly lowerQuartile?: number;
  readonly upperQuartile?: number;
  readonly improved?: number;
  readonly stable?: number;
  readonly declined?: number;
  readonly meanChange?: number;
  readonly nodes?: number;
  readonly arcs?: number;
  readonly normalised?: number;
  readonly standardError?: number;
  readonly ci95?: readonly [number, number];
  readonly unit: string;
  readonly asOf: string;
  readonly computedAt: string;
  /** What is counted when it is asked for belongs to no run, and is no revision. */
  readonly runId?: string;
  readonly revision?: number;
  readonly coverage: { readonly reported: number; readonly expected: number };
  readonly suppression: string;
  readonly missing?: string;
  readonly target?: {
    readonly value: number;
    readonly baseline?: { readonly value: number };
    readonly attainment?: number;
    readonly isMet?: boolean;
  };
}

interface InWords {
  readonly it: string;
  readonly en: string;
}

/** What the catalogue says of an indicator, as far as a file tells it. */
export interface IndicatorWords {
  readonly code: string;
  readonly version: number;
  readonly label: InWords;
  readonly rule: InWords;
  readonly formula: string;
  readonly unit: string;
  readonly direction: string;
  readonly type: string;
}

/** Stands where a pact would, for several together. */
export const ALL_PACTS = '_T';

export interface PactWords {
  readonly id: string;
  readonly title: string;
  readonly startsOn: string;
}

/** A selection of figures, and all the words that a file needs to be read without the service. */
export interface Publication {
  readonly figures: readonly FigureJson[];
  readonly indicators: readonly IndicatorWords[];
  readonly pacts: readonly PactWords[];
  /** The breakdowns that there are, whether these figures are cut by them or not. */
  readonly breakdowns: readonly string[];
  readonly language: Language;
  /** The address that was asked. */
  readonly address: string;
}

/** One way to write figures in a file: a value. */
export interface FileFormat {
  /** What `Accept` may say for it; the first is what the answer says. */
  readonly mediaTypes: readonly [string, ...string[]];
  readonly fileName: string;
  readonly write: (publication: Publication) => AsyncIterable<string | Uint8Array>;
}

/** The one text of a format that is not written in lines. */
export async function* whole(text: string | Promise<Uint8Array>): AsyncIterable<string | Uint8Array> {
  yield await text;
}
