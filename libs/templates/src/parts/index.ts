import { AGENDA_PARTS } from './agenda.parts.js';
import { GOVERNANCE_PARTS } from './governance.parts.js';
import type { Part } from './part.js';
import { PLAN_PARTS } from './plan.parts.js';

/** Every part of a template, each after those that it refers to. */
export const PARTS: readonly Part[] = [...AGENDA_PARTS, ...GOVERNANCE_PARTS, ...PLAN_PARTS];
