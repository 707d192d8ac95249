import { readTemplate } from './format/read-template.js';
import type { TemplateDocument } from './format/template.dto.js';
import { SHIPPED } from './shipped/index.js';

/** The templates that come with the service, in the order of their codes. */
export class TemplateCatalogue {
  private constructor(readonly all: readonly TemplateDocument[]) {}

  /** @throws when one of them cannot be used: a service that starts applies what it offers. */
  static load(files: readonly object[] = SHIPPED): TemplateCatalogue {
    const read = files.map((file) => ({ name: codeOf(file), ...readTemplate(file) }));
    const faults = read.flatMap(({ name, faults: told }) =>
      told.map(({ pointer, code }) => `${name}: ${pointer} ${code}`),
    );
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

const codeOf = (file: object): string => String((file as { readonly code?: unknown }).code);
