import type { TemplateDocument } from './template.dto.js';

/** The parts of a template whose items have codes of their own. */
export const CODED_PARTS = [
  'problems',
  'strategies',
  'objectives',
  'pillars',
  'expectedResults',
  'prompts',
  'bodies',
  'grids',
  'fundingProgrammes',
  'measures',
] as const;
export type CodedPart = (typeof CODED_PARTS)[number];

/** Where an item names another one. */
export interface Reference {
  readonly pointer: string;
  readonly part: CodedPart;
  readonly code: string;
}

interface Named {
  readonly field: string;
  readonly part: CodedPart;
}

/** Fields that hold one code of another part, or a list of them. */
const REFERENCES = {
  problemLinks: [
    { field: 'cause', part: 'problems' },
    { field: 'effect', part: 'problems' },
  ],
  objectives: [
    { field: 'problem', part: 'problems' },
    { field: 'strategy', part: 'strategies' },
  ],
  objectiveLinks: [
    { field: 'means', part: 'objectives' },
    { field: 'end', part: 'objectives' },
  ],
  expectedResults: [
    { field: 'pillar', part: 'pillars' },
    { field: 'objective', part: 'objectives' },
  ],
  bodies: [{ field: 'parent', part: 'bodies' }],
  measures: [
    { field: 'pillar', part: 'pillars' },
    { field: 'expectedResult', part: 'expectedResults' },
    { field: 'objectives', part: 'objectives' },
  ],
} as const satisfies Partial<Record<keyof TemplateDocument, readonly Named[]>>;

export const PARTS_WITH_REFERENCES = Object.keys(REFERENCES) as (keyof typeof REFERENCES)[];

/** What an item of this part names, with pointers from the item on. */
export function referencesOf(part: string, item: object): Reference[] {
  const fields: readonly Named[] = Object.hasOwn(REFERENCES, part)
    ? REFERENCES[part as keyof typeof REFERENCES]
    : [];
  return [
    ...fields.flatMap(({ field, part: named }) =>
      codesIn(item, field).map((each) => ({ ...each, part: named })),
    ),
    ...gridsOf(item),
  ];
}

function codesIn(item: object, field: string): { pointer: string; code: string }[] {
  const value = (item as Readonly<Record<string, string | readonly string[] | undefined>>)[field];
  if (value === undefined) return [];
  return typeof value === 'string'
    ? [{ pointer: `/${field}`, code: value }]
    : value.map((code, index) => ({ pointer: `/${field}/${index}`, code }));
}

function gridsOf(item: object): Reference[] {
  const { cells = [] } = item as { readonly cells?: readonly { readonly grid: string }[] };
  return cells.map(({ grid: code }, index) => ({ pointer: `/cells/${index}/grid`, part: 'grids', code }));
}
