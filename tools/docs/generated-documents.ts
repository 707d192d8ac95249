import { format } from 'prettier';
import { allProblemKinds, SETTINGS } from '#platform';
import { describeApi } from '../../apps/api/src/describe-api.js';
import { clientTypes } from './client-types.js';
import { permissions } from './permissions.js';

/** Path → text of every document that is derived from the code. */
export async function generatedDocuments(): Promise<Record<string, string>> {
  const api = await describeApi();
  return {
    'docs/openapi.json': `${JSON.stringify(api, null, 2)}\n`,
    'docs/configuration.md': await markdown(configuration()),
    'docs/permissions.md': await markdown(permissions(api)),
    'docs/problems.md': await markdown(problems()),
    'packages/client/src/http/openapi.ts': await clientTypes(api),
  };
}

const markdown = (text: string): Promise<string> =>
  format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });

function configuration(): string {
  const rows = Object.values(SETTINGS).map((setting) => {
    const fallback = setting.required ? 'required' : (setting.fallback ?? '—');
    const name = setting.secret ? `\`${setting.env}\` or \`${setting.env}_FILE\`` : `\`${setting.env}\``;
    return `| ${name} | ${setting.describe} | ${setting.accepts} | ${String(fallback) || '—'} |`;
  });
  return [
    '# Configuration',
    '',
    'Settings are environment variables. All that is wrong with them is told at once, at the start; values are never printed.',
    'A secret can also be read from a file: name the file in `<NAME>_FILE`.',
    'The time zone of the process does not matter: days are those of Europe/Rome, instants are UTC.',
    '',
    '| setting | what it is | accepts | default |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function problems(): string {
  const rows = allProblemKinds().map(
    ({ slug, status, title }) => `| <a id="${slug}"></a>\`/problems/${slug}\` | ${status} | ${title} |`,
  );
  return [
    '# Problems',
    '',
    'Every error is `application/problem+json` (RFC 9457). `type` is stable: branch on it, not on the texts.',
    'Faults of a body or a query stand in `errors`, each with a JSON pointer, a stable code and a sentence; submitted values are never repeated.',
    '',
    '| type | status | title |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
