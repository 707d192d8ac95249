import { Injectable } from '@nestjs/common';
import { IndicatorCodes } from '#plan';
import { invalidRequest, type FieldError } from '#platform';
import { faultsOf } from '../format/document.rules.js';
import type { TemplateDocument } from '../format/template.dto.js';
import { TemplateCatalogue } from '../template-catalogue.js';
import type { ApplicationRequest } from './application.dto.js';

/** The template that a request names or brings. */
@Injectable()
export class RequestedTemplate {
  constructor(
    private readonly catalogue: TemplateCatalogue,
    private readonly indicators: IndicatorCodes,
  ) {}

  /** @throws Problem `invalid-request` where there is none, or one that cannot be used. */
  of({ template, document }: ApplicationRequest): TemplateDocument {
    if ((template === undefined) === (document === undefined)) {
      const detail = 'Either the code of a template or a document.';
      throw invalidRequest([{ pointer: '/template', code: 'one-template', detail }]);
    }
    if (document !== undefined) return this.checked(document);
    const found = this.catalogue.find(template ?? '');
    if (found !== undefined) return found;
    const detail = `One of ${this.catalogue.all.map(({ code }) => code).join(', ')}.`;
    throw invalidRequest([{ pointer: '/template', code: 'unknown-value', detail }]);
  }

  private checked(document: TemplateDocument): TemplateDocument {
    const faults = [...faultsOf(document), ...this.unknownIndicators(document)];
    if (faults.length === 0) return document;
    throw invalidRequest(faults.map((fault) => ({ ...fault, pointer: `/document${fault.pointer}` })));
  }

  private unknownIndicators({ measures = [] }: TemplateDocument): FieldError[] {
    const known = new Set(this.indicators.codes);
    const detail = 'The catalogue has no indicator with this code.';
    return measures.flatMap(({ indicators = [] }, index) =>
      indicators.flatMap((code, place) =>
        known.has(code)
          ? []
          : [{ pointer: `/measures/${index}/indicators/${place}`, code: 'unknown-value', detail }],
      ),
    );
  }
}
