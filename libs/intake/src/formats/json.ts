import { invalidRequest, parseStrictJson, wrongType, type FieldError, type Misfit } from '#platform';
import { checkSource } from '../sources/source.js';
import { REQUIRED, UNKNOWN_FIELD, pointerTo } from '../kinds/identity.js';
import type { TextRow } from '../rows/row.js';
import type { BatchInput } from './input.js';
import { JsonCutter } from './json-cutter.js';

/** `{"source": …, "records": [...]}`, read in constant memory. */
export class JsonInput implements BatchInput {
  readonly isOneText = true;
  private readonly cutter = new JsonCutter();
  private told: { source: string | undefined } | undefined;

  constructor(
    private readonly chunks: AsyncIterable<Buffer>,
    private readonly named: string | undefined,
  ) {}

  /** What the batch says of itself counts more than what its address says. */
  source(): string | undefined {
    this.told ??= { source: sourceOf(this.cutter.envelope()) };
    return this.told.source ?? this.named;
  }

  async *rows(): AsyncGenerator<TextRow[]> {
    for await (const chunk of this.chunks) yield this.cutter.push(chunk);
    this.cutter.end();
    const source = sourceOf(this.cutter.envelope());
    if (this.told !== undefined && this.told.source !== source) throw misplaced();
  }
}

/** The first rows of a long batch are stored before its end is seen, and with them the source they belong to. */
const misplaced = () =>
  invalidRequest([
    { pointer: '/source', code: 'misplaced', detail: 'In a long batch this must stand before records.' },
  ]);

function sourceOf(text: string): string | undefined {
  const envelope = parseStrictJson(text);
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) {
    throw invalidRequest([{ pointer: '', ...wrongType('an object') }]);
  }
  const errors = misfits(envelope as Record<string, unknown>);
  if (errors.length > 0) throw invalidRequest(errors);
  return (envelope as { source?: string }).source;
}

function misfits(envelope: Readonly<Record<string, unknown>>): FieldError[] {
  const errors: FieldError[] = [];
  const add = (pointer: string, misfit: Misfit | undefined) => misfit && errors.push({ pointer, ...misfit });
  for (const name in envelope)
    if (name !== 'source' && name !== 'records') add(pointerTo(name), UNKNOWN_FIELD);
  const { source, records } = envelope;
  if (source !== undefined) add('/source', checkSource(source));
  if (records === undefined) add('/records', REQUIRED);
  else if (!Array.isArray(records) || records.length > 0) add('/records', wrongType('a list'));
  return errors;
}
