import { defineJob } from '#platform';

/** Where each chain has got to is written down outside the database: by night, and at noon for machines that sleep. */
export const anchorAudit = defineJob({
  name: 'anchor-audit',
  queue: 'monitoring',
  schedule: '45 1,12 * * *',
});
