import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database } from '#platform';
import { PARTS } from '../parts/index.js';
import type { PartName } from '../parts/part.js';
import type { Compared, Step, Wanted } from './application.rules.js';

export interface NewApplication {
  readonly template: string;
  readonly templateVersion: number;
  readonly language: string;
  readonly counts: object;
  readonly appliedBy: string;
}

/** A step that changes the pact, with the row it makes or changes. */
type Written = Step & { readonly id: string };

/** Every write of an application: a few statements a part, however many items it has. */
@Injectable()
export class ApplicationsStore {
  constructor(private readonly database: Database) {}

  /** Brings to the pact what is new or different, and tells every step with its row. */
  async write(
    pactId: string,
    compared: readonly Compared[],
    steps: readonly Step[],
    by: string,
  ): Promise<Step[]> {
    const all = steps.map((step) => (step.outcome === 'created' ? { ...step, id: uuidv7() } : step));
    const written = all.filter(isWrite);
    const ids = idsOf(compared, written);
    for (const part of PARTS) {
      const mine = written.filter((step) => step.part === part.name);
      if (mine.length === 0) continue;
      const rows = mine.map(({ id: rowId, outcome, item }) => ({
        ...item.kept,
        ...(outcome === 'created' && part.whenNew?.(item.kept)),
        id: rowId,
        isNew: outcome === 'created',
        ids: namedIds(item, ids),
        by,
      }));
      const text = JSON.stringify(rows);
      for (const statement of part.write) await this.database.in(pactId).query(statement, [pactId, text]);
    }
    return all;
  }

  /** Keeps that the template was applied, and what it said. */
  async note(pactId: string, application: NewApplication, sayings: readonly Step[]): Promise<string> {
    const id = uuidv7();
    const { template, templateVersion, language, counts, appliedBy } = application;
    const asked = this.database.in(pactId);
    await asked.query(
      `insert into template_application (pact_id, id, template, template_version, language, counts, applied_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [pactId, id, template, templateVersion, language, JSON.stringify(counts), appliedBy],
    );
    await asked.query(
      `insert into template_item (pact_id, part, code, row_id, said, application_id)
       select $1, part, code, row_id, said, $2
       from unnest($3::text[], $4::text[], $5::uuid[], $6::text[]) as i (part, code, row_id, said)
       on conflict on constraint template_item_pk do update set said = excluded.said,
         application_id = excluded.application_id`,
      [
        pactId,
        id,
        sayings.map(({ part }) => part),
        sayings.map(({ item }) => item.key),
        sayings.map((step) => (step.part === 'bodies' ? (step.id ?? null) : null)),
        sayings.map(({ item }) => item.print),
      ],
    );
    return id;
  }
}

const isWrite = (step: Step): step is Written => step.outcome === 'created' || step.outcome === 'changed';

type Ids = ReadonlyMap<PartName, ReadonlyMap<string, string>>;

/** The ids of all that items may refer to: what is there, and what is coming. */
function idsOf(compared: readonly Compared[], written: readonly Written[]): Ids {
  return new Map(
    compared.map(({ part, there }) => [
      part.name,
      new Map([
        ...there.map(({ key, id }) => [key, id] as const),
        ...written.filter((step) => step.part === part.name).map(({ item, id }) => [item.key, id] as const),
      ]),
    ]),
  );
}

/** By the field that names them: one id, or a list. */
function namedIds({ references }: Wanted, ids: Ids): Record<string, string | string[]> {
  const named: Record<string, string | string[]> = {};
  for (const { pointer, part, code } of references) {
    const id = ids.get(part)?.get(code);
    const [, field = '', place] = pointer.split('/');
    if (id === undefined) continue;
    if (place === undefined) named[field] = id;
    else named[field] = [...((named[field] as string[] | undefined) ?? []), id];
  }
  return named;
}
