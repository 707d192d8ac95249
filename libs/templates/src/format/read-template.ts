import { Problem, ValidationPipe, type FieldError } from '#platform';
import { faultsOf } from './document.rules.js';
import { TemplateDocument } from './template.dto.js';

export interface ReadTemplate {
  readonly template?: TemplateDocument;
  readonly faults: readonly FieldError[];
}

/** What is made of a document that nobody has sent: shipped or exported, it is held to what requests are held to. */
export function readTemplate(document: object): ReadTemplate {
  try {
    const body = new ValidationPipe().transform(document, { type: 'body', metatype: TemplateDocument });
    const template = body as TemplateDocument;
    return { template, faults: faultsOf(template) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { faults: error.options.errors ?? [] };
  }
}
