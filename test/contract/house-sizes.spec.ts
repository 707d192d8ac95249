import { PlantedHouse } from '../support/planted-house.js';

interface Finding {
  code: string;
  filename: string;
}

const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');
const numbered = (count: number): string =>
  Array.from({ length: count }, (_, place) => `export const n${place} = ${place};`).join('\n');
const spec = (body: string): string => `describe('a thing', () => {\n${body}\n});`;

const LONG_FUNCTION = `export function long(log: string[]): void {\n${lines(40, "  log.push('x');")}\n}`;
const DEEP = `export function deep(a: boolean): number {
  if (a) { if (!a) { if (a) { if (!a) { return 1; } } } }
  return 0;
}`;
const COMPLEX = `export function complex(a: number): number {
${Array.from({ length: 10 }, (_, place) => `  if (a === ${place}) return ${place * 2};`).join('\n')}
  return 0;
}`;

/** One file per rule: what is planted, and which rule has to answer. */
const BROKEN: Readonly<Record<string, { rule: string; text: string }>> = {
  'libs/pacts/src/long-file.ts': { rule: 'eslint(max-lines)', text: numbered(251) },
  'libs/pacts/src/long-file.spec.ts': { rule: 'eslint(max-lines)', text: numbered(401) },
  'libs/pacts/src/long-function.ts': { rule: 'eslint(max-lines-per-function)', text: LONG_FUNCTION },
  'libs/pacts/src/parameters.ts': {
    rule: 'eslint(max-params)',
    text: 'export const sum = (a: number, b: number, c: number, d: number, e: number, f: number): number => a + b + c + d + e + f;',
  },
  'libs/pacts/src/nesting.ts': { rule: 'eslint(max-depth)', text: DEEP },
  'libs/pacts/src/complexity.ts': { rule: 'eslint(complexity)', text: COMPLEX },
  'libs/pacts/src/untyped.ts': {
    rule: 'typescript(no-explicit-any)',
    text: 'export const untyped = (value: any): void => void value;',
  },
  'libs/pacts/src/chatty.ts': { rule: 'eslint(no-console)', text: "console.log('hello');" },
  'libs/pacts/src/later.ts': { rule: 'eslint(no-warning-comments)', text: '// TODO: later\nexport {};' },
  'libs/pacts/src/unchecked.ts': {
    rule: 'typescript(ban-ts-comment)',
    text: '// @ts-'.concat('ignore\nexport const number: number = 1;'),
  },
  'libs/pacts/src/forgotten.ts': {
    rule: 'typescript(no-floating-promises)',
    text: 'export function forget(work: () => Promise<void>): void {\n  work();\n}',
  },
  'libs/pacts/src/focused.spec.ts': {
    rule: 'jest(no-focused-tests)',
    text: spec("  it.only('holds', () => { expect(1).toBe(1); });"),
  },
  'libs/pacts/src/skipped.spec.ts': {
    rule: 'jest(no-disabled-tests)',
    text: spec("  it.skip('holds', () => { expect(1).toBe(1); });"),
  },
  'libs/pacts/src/empty.spec.ts': { rule: 'jest(expect-expect)', text: spec("  it('holds', () => {});") },
  'libs/pacts/src/pacts.controller.ts': {
    rule: 'eslint(no-restricted-imports)',
    text: "import { Database } from '#platform';\nexport const database = Database;",
  },
  'libs/pacts/src/pacts.module.ts': {
    rule: 'eslint(no-restricted-imports)',
    text: "import { forwardRef } from '@nestjs/common';\nexport const forward = forwardRef;",
  },
  'libs/pacts/src/pact.entity.ts': {
    rule: 'eslint(no-restricted-imports)',
    text: "import { ManyToOne } from 'typeorm';\nexport const relation = ManyToOne;",
  },
};

/** At the limit, not over it; and what tests, migrations and programs may do that libs may not. */
const CLEAN: Readonly<Record<string, string>> = {
  'libs/pacts/src/full-file.ts': numbered(250),
  'libs/pacts/src/full-file.spec.ts': numbered(400),
  'libs/pacts/src/full-function.ts': LONG_FUNCTION.replace("  log.push('x');\n  log.push('x');\n", ''),
  'migrations/0001-long.ts': LONG_FUNCTION,
  'apps/demo/src/main.ts': "console.log('hello');",
};

async function lint(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const house = new PlantedHouse(files).link('@types/node').link('@types/jest');
  try {
    const printed = await house.run('oxlint/bin/oxlint', ['--format', 'json', '.']);
    return (JSON.parse(printed) as { diagnostics: Finding[] }).diagnostics;
  } finally {
    house.remove();
  }
}

describe('the sizes and manners of the house', () => {
  let findings: Finding[];

  beforeAll(async () => {
    findings = await lint(Object.fromEntries(Object.entries(BROKEN).map(([file, { text }]) => [file, text])));
  });

  it.each(Object.entries(BROKEN).map(([file, { rule }]) => [rule, file]))('%s stops %s', (rule, file) => {
    expect(findings.filter((one) => one.filename === file).map((one) => one.code)).toContain(rule);
  });

  it('let a house in order pass', async () => {
    expect(await lint(CLEAN)).toEqual([]);
  });
});
