import { Injectable } from '@nestjs/common';
import { Database, notFound, Resource, type Language } from '#platform';
import { readTemplate } from '../format/read-template.js';
import { PARTS } from '../parts/index.js';
import { noTemplate } from './export.problems.js';
import { PactContentQueries } from './pact-content.queries.js';

/** A pact as a template: what it is made of, without dates, money, people and what came of it. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly content: PactContentQueries,
  ) {}

  async export(pactId: string, language: Language): Promise<Resource> {
    const pact = await this.database
      .in(pactId)
      .one<{ title: string }>('select title from pact where id = $1', [pactId]);
    if (pact === undefined) throw notFound();
    const rows = (await this.content.read(pactId)).filter(({ isExported }) => isExported);
    const parts = PARTS.map((part) => {
      const items = rows
        .filter((row) => row.part === part.name)
        .map(({ kept }) => part.tell(withoutNothing(kept), language));
      return [part.name, part.name === 'cadence' ? items[0] : items] as const;
    });
    const document = {
      code: `pact-${pactId.slice(-12)}`,
      version: 1,
      name: { [language]: pact.title },
      ...Object.fromEntries(parts.filter(([, items]) => items !== undefined && !isEmpty(items))),
    };
    const { faults } = readTemplate(document);
    if (faults.length > 0) throw noTemplate({ errors: faults });
    return new Resource(JSON.stringify(document));
  }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** PostgreSQL tells what a row does not say as null. */
const withoutNothing = (kept: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null && !isEmpty(value)));
