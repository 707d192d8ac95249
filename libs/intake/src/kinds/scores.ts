import { mayNamePerson } from '#kernel';
import { wrongType, type Misfit } from '#platform';
import { checkNumber, told, type Options, type RecordField } from './field.js';
import { pointerTo } from './identity.js';

/** Lower case only: two spellings of one domain would make two of it. */
const DOMAIN_FORM = /^[a-z0-9][a-z0-9_.-]{0,49}$/;
export const isDomain = (name: string): boolean => DOMAIN_FORM.test(name) && !mayNamePerson(name);
const MOST_DOMAINS = 40;
const SCORE = { min: -1_000, max: 1_000, digits: 4 };

const NO_DOMAIN: Misfit = {
  code: 'pattern',
  detail: `The name of a domain must match ${DOMAIN_FORM.source}`,
};
const NONE: Misfit = { code: 'too-few', detail: 'At least one domain is needed.' };
const TOO_MANY: Misfit = { code: 'too-many', detail: `At most ${MOST_DOMAINS} domains.` };

/** A number for each domain of a scale, or null where a domain does not apply. */
export const scores = (options: Options): RecordField => ({
  ...told(options, {
    type: 'object',
    minProperties: 1,
    maxProperties: MOST_DOMAINS,
    additionalProperties: {
      type: 'number',
      format: 'double',
      nullable: true,
      minimum: SCORE.min,
      maximum: SCORE.max,
    },
  }),
  form: 'scores',
  type: 'jsonb',
  check: checkScores,
  cell: (value) => asStored(value as Record<string, number | null>),
});

function checkScores(value: unknown): (Misfit & { readonly at?: string }) | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType('an object');
  const domains = Object.keys(value);
  if (domains.length === 0) return NONE;
  if (domains.length > MOST_DOMAINS) return TOO_MANY;
  for (const domain of domains) {
    const misfit = checkScore(domain, (value as Record<string, unknown>)[domain]);
    if (misfit !== undefined) return { at: pointerTo(domain), ...misfit };
  }
  return undefined;
}

function checkScore(domain: string, score: unknown): Misfit | undefined {
  if (!isDomain(domain)) return NO_DOMAIN;
  return score === null ? undefined : checkNumber(score, SCORE);
}

/** The text that PostgreSQL gives of the same jsonb, so that a row which says it again is known without asking. */
function asStored(value: Readonly<Record<string, number | null>>): string {
  const members = Object.keys(value)
    .sort(shorterFirst)
    .map((domain) => `"${domain}": ${value[domain]}`);
  return `{${members.join(', ')}}`;
}

const shorterFirst = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
