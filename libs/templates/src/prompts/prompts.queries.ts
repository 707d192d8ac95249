import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, notFound, versionMismatch } from '#platform';
import type { PromptListQuery } from './prompt.dto.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

const ANSWERS = `case p.about
  when 'swot' then (select count(*) from swot_entry e where e.pact_id = p.pact_id and e.kind = p.kind)
  when 'territory' then (select count(*) from territory_entry e where e.pact_id = p.pact_id and e.kind = p.kind)
  when 'stakeholder' then (
    select count(*) from stakeholder s join actor a on a.id = s.actor_id
    where s.pact_id = p.pact_id and s.removed_at is null and a.system = p.kind) end`;

/** Of measures that were not closed: those that leave open what the prompt asks. */
const OPEN_MEASURES = `case p.about when 'decision' then (
  select count(*) from measure m where m.pact_id = p.pact_id and m.state <> 'closed' and case p.kind
    when 'duration' then m.duration_months is null and (m.starts_on is null or m.ends_on is null)
    when 'resources' then m.budget_cents is null
    when 'departments' then m.responsible_unit_id is null
    else not exists (select from funding_line l where l.pact_id = m.pact_id and l.measure_id = m.id) end) end`;

const BODY = jsonText({
  id: code('p.id'),
  code: code('p.code'),
  text: json(jsonText({ it: text('p.text_it'), en: optional(text('p.text_en')) })),
  about: code('p.about'),
  kind: code('p.kind'),
  answers: optional(scalar(ANSWERS)),
  openMeasures: optional(scalar(OPEN_MEASURES)),
  version: scalar('p.version'),
  createdAt: instant('p.created_at'),
  updatedAt: instant('p.updated_at'),
});

interface PromptRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class Prompts {
  constructor(private readonly database: Database) {}

  list(pactId: string, query: PromptListQuery, after: string[] | undefined): Promise<PromptRow[]> {
    return this.database.in(pactId).query(
      `select p.id, p.version, ${BODY} as body from prompt p
       where p.pact_id = $1 and ($2::uuid is null or p.id > $2) and ($4::text is null or p.about = $4)
       order by p.id limit $3`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1, query.about ?? null],
    );
  }

  /** @throws Problem `not-found` where there is no such prompt. */
  async show(pactId: string, id: string): Promise<PromptRow> {
    const row = await this.database
      .in(pactId)
      .one<PromptRow>(
        `select p.id, p.version, ${BODY} as body from prompt p where p.pact_id = $1 and p.id = $2`,
        [pactId, id],
      );
    if (row === undefined) throw notFound();
    return row;
  }

  /** No template brings it back. */
  async remove(pactId: string, id: string, version: number): Promise<void> {
    const removed = await this.database
      .in(pactId)
      .query('delete from prompt where pact_id = $1 and id = $2 and version = $3 returning 1', [
        pactId,
        id,
        version,
      ]);
    if (removed.length > 0) return;
    await this.show(pactId, id);
    throw versionMismatch();
  }
}
