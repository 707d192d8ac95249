import { Problem, ValidationPipe } from '#platform';
import { faultsOf, type Fault } from './format/document.rules.js';
import { TemplateDocument } from './format/template.dto.js';
import { SHIPPED } from './shipped/index.js';

/** The templates that come with the service, in the order of their codes. */
export class TemplateCatalogue {
  private constructor(readonly all: readonly TemplateDocument[]) {}

  /** @throws when one of them cannot be used: a service that starts applies what it offers. */
  static load(files: readonly object[] = SHIPPED): TemplateCatalogue {
    const read = files.map(readTemplate);
    const faults = read.flatMap(({ document, faults: told }) => told.map((each) => `${document}: ${each}`));
    const documents = read.flatMap(({ template }) => template ?? []);
    const codes = documents.map(({ code }) => code);
    if (new Set(codes).size < codes.length) faults.push('two of them have one code');
    if (faults.length > 0) throw new Error(`templates cannot be used: ${faults.join('; ')}`);
    return new TemplateCatalogue(documents.sort((a, b) => (a.code < b.code ? -1 : 1)));
  }

  find(code: string): TemplateDocument | undefined {
    return this.all.find((each) => each.code === code);
  }
}

interface Read {
  readonly document: string;
  readonly template?: TemplateDocument;
  readonly faults: readonly string[];
}

const tell = ({ pointer, code }: Pick<Fault, 'pointer' | 'code'>): string => `${pointer} ${code}`;

function readTemplate(file: object): Read {
  const document = String((file as { readonly code?: unknown }).code);
  try {
    const body = new ValidationPipe().transform(file, { type: 'body', metatype: TemplateDocument });
    const template = body as TemplateDocument;
    return { document, template, faults: faultsOf(template).map(tell) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { document, faults: (error.options.errors ?? []).map(tell) };
  }
}
