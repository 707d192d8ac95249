import { KIND_LABELS, KINDS, PERMISSION_LABELS, POLICY, type Permission } from '#identity';

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-patti'?: { readonly permission: string };
}

const PERMISSIONS = Object.keys(POLICY) as Permission[];

/** The policy table as a page: who may do what, in words, and by which operations. */
export function permissions(api: object): string {
  const operations = operationsByPermission(api);
  return [
    '# Permissions',
    '',
    'Whoever calls has one kind in each pact it belongs to. What is not marked is refused (403); a pact the caller does not belong to',
    'is not there for it (404), and neither is anything in it. The marks are those of `libs/identity/src/policy.rules.ts`.',
    '',
    '## Kinds of callers',
    '',
    '| kind | for | per |',
    '| --- | --- | --- |',
    ...KINDS.map((kind) => `| \`${kind}\` | ${KIND_LABELS[kind].en} | ${KIND_LABELS[kind].it} |`),
    '',
    '## Who may do what',
    '',
    `| permission | ${KINDS.map((kind) => `\`${kind}\``).join(' | ')} |`,
    `| --- |${KINDS.map(() => ' :-: |').join('')}`,
    ...PERMISSIONS.map((name) => `| [\`${name}\`](#${anchor(name)}) | ${marks(name).join(' | ')} |`),
    '',
    '## What each permission means',
    '',
    ...PERMISSIONS.flatMap((name) => section(name, operations.get(name) ?? [])),
    '## Open to all',
    '',
    ...(operations.get('public') ?? []),
    '',
  ].join('\n');
}

const anchor = (name: string): string => name.replace(':', '');

const marks = (name: Permission): string[] =>
  KINDS.map((kind) => ((POLICY[name] as readonly string[]).includes(kind) ? '●' : ''));

function section(name: Permission, operations: readonly string[]): string[] {
  const { en, it } = PERMISSION_LABELS[name];
  return [`### ${name}`, '', `${en}.`, '', `_${it}._`, '', ...operations, ''];
}

function operationsByPermission(api: object): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const { paths } = api as { paths: Record<string, Record<string, Described>> };
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { summary, 'x-patti': patti }] of Object.entries(methods)) {
      const permission = patti?.permission ?? 'public';
      const line = `- \`${method.toUpperCase()} ${path}\`: ${summary}`;
      found.set(permission, [...(found.get(permission) ?? []), line]);
    }
  }
  return found;
}
