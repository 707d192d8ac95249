import type { IndicatorDefinition, Measure } from '../../definition/definition.js';
import type { Measuring } from '../measuring.rules.js';
import { amount, amountShare, counting, distinctCells, participants, share } from './counts.rules.js';
import { retention, time } from './durations.rules.js';
import { graph } from './graph.rules.js';
import { progression } from './progression.rules.js';

type MeasuringByKind = { readonly [K in Measure['kind']]: Measuring<Extract<Measure, { kind: K }>> };

const MEASURINGS: MeasuringByKind = {
  count: counting,
  participants,
  share,
  sum: amount,
  sum_share: amountShare,
  distinct: distinctCells,
  retention,
  time,
  progression,
  graph,
};

/** How the definition's measure is counted and finished. */
export const measuringOf = ({ measure }: IndicatorDefinition): Measuring => MEASURINGS[measure.kind];
