import { defineJob } from '#platform';

/** The figures of a pact are out of date. libs/monitoring does the work. */
export const recomputePact = defineJob<{ pactId: string }>({ name: 'recompute-pact', queue: 'monitoring' });

/** Pushes come in rows; one recomputation follows them all. */
export const RECOMPUTE_DELAY_MS = 3_000;
