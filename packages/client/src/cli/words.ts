import { USAGE_EN, USAGE_IT } from './usage.js';

const ENGLISH = {
  usage: USAGE_EN,
  rows: 'Rows',
  row: 'row',
  line: 'line',
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  deleted: 'deleted',
  rejected: 'rejected',
  pending: 'not tried',
  dryRun: 'Dry run: nothing was stored.',
  refused: 'Refused as a whole: nothing was stored.',
  more: 'and more faults:',
  waiting: 'No answer yet: next try in',
  resumed: 'Goes on after part',
  goOn: 'The same command goes on where this one stopped.',
  faultsIn: 'All faults:',
  written: 'Written:',
};

export type Words = Readonly<typeof ENGLISH>;

const ITALIAN: Words = {
  usage: USAGE_IT,
  rows: 'Righe',
  row: 'riga',
  line: 'linea',
  created: 'create',
  updated: 'aggiornate',
  unchanged: 'invariate',
  deleted: 'cancellate',
  rejected: 'respinte',
  pending: 'non tentate',
  dryRun: 'Prova: nulla è stato registrato.',
  refused: 'Respinto nel suo insieme: nulla è stato registrato.',
  more: 'e altri errori:',
  waiting: 'Ancora nessuna risposta: nuovo tentativo tra',
  resumed: 'Riprende dopo la parte',
  goOn: 'Lo stesso comando riprende da dove questo si è fermato.',
  faultsIn: 'Tutti gli errori:',
  written: 'Scritto:',
};

/** Italian where the environment asks for it, else English. */
export function wordsFor(env: NodeJS.ProcessEnv): Words {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('it') ? ITALIAN : ENGLISH;
}
