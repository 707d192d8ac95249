import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';
import type { Span } from '../bodies/body.rules.js';
import { PactTable } from '../pact-table.js';
import type { MandateListQuery } from './mandate.dto.js';
import type { VotingRules } from './mandate.rules.js';

const { code, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

const TERMS = {
  purpose: text('m.purpose'),
  powers: list('m.powers'),
  startsOn: code('m.starts_on'),
  endsOn: code('m.ends_on'),
  reportsToBodyId: optional(code('m.reports_to_body_id')),
  reporting: optional(text('m.reporting')),
  quorum: code('m.quorum'),
  majority: code('m.majority'),
  ties: code('m.ties'),
  delegationsPerDelegate: scalar('m.delegations_per_delegate'),
};
const DECISION = `(select v.decision_id from mandate_version v
  where v.pact_id = m.pact_id and v.mandate_id = m.id and v.version = m.version)`;

const BODY = jsonText({
  id: code('m.id'),
  bodyId: code('m.body_id'),
  ...TERMS,
  decisionId: optional(code(DECISION)),
  version: scalar('m.version'),
  createdAt: instant('m.created_at'),
  updatedAt: instant('m.updated_at'),
});

const VERSION_BODY = jsonText({
  version: scalar('v.version'),
  terms: json('v.terms'),
  decisionId: optional(code('v.decision_id')),
  madeBy: text('v.made_by'),
  madeAt: instant('v.made_at'),
});

/** The mandate by which a body decides on a day. */
export interface MandateInForce extends VotingRules {
  readonly id: string;
  readonly delegationsPerDelegate: number;
}

@Injectable()
export class MandatesTable extends PactTable<MandateListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'mandate',
      alias: 'm',
      from: 'mandate m',
      body: BODY,
      filters: [
        { type: 'uuid', sql: 'm.body_id = ?' },
        { type: 'date', sql: '? between m.starts_on and m.ends_on' },
        { type: 'date', sql: 'm.ends_on < ?' },
      ],
      valuesOf: ({ bodyId, on, endsBefore }) => [bodyId, on, endsBefore],
    });
  }

  /** The times of the body's other mandates. */
  spansOf(pactId: string, bodyId: string, except: string): Promise<Span[]> {
    return this.database.in(pactId).query(
      `select starts_on as "startsOn", ends_on as "endsOn" from mandate
       where pact_id = $1 and body_id = $2 and id <> $3`,
      [pactId, bodyId, except],
    );
  }

  inForce(pactId: string, bodyId: string, on: Day): Promise<MandateInForce | undefined> {
    return this.database.in(pactId).one(
      `select id, quorum, majority, ties, delegations_per_delegate as "delegationsPerDelegate"
       from mandate where pact_id = $1 and body_id = $2 and $3 between starts_on and ends_on`,
      [pactId, bodyId, on],
    );
  }

  async isVoteUnderWay(pactId: string, bodyId: string): Promise<boolean> {
    const open = await this.database
      .in(pactId)
      .one(`select from proposal where pact_id = $1 and body_id = $2 and state = 'open' limit 1`, [
        pactId,
        bodyId,
      ]);
    return open !== undefined;
  }

  /** Keeps what the mandate says from now on, who made it so, and by which decision. */
  async note(pactId: string, id: string, madeBy: string, decisionId: string | undefined): Promise<void> {
    await this.database.in(pactId).query(
      `insert into mandate_version (pact_id, mandate_id, version, terms, decision_id, made_by)
       select m.pact_id, m.id, m.version, ${jsonText(TERMS)}::jsonb, $3, $4
       from mandate m where m.pact_id = $1 and m.id = $2`,
      [pactId, id, decisionId ?? null, madeBy],
    );
  }

  /** First to last. @throws Problem `not-found` where there is no such mandate. */
  async versions(pactId: string, id: string, query: PageQuery, after: string[] | undefined) {
    const rows = await this.database.in(pactId).query<{ version: number; body: string }>(
      `select v.version, ${VERSION_BODY} as body
       from mandate m left join mandate_version v
         on v.pact_id = m.pact_id and v.mandate_id = m.id and ($3::int is null or v.version > $3)
       where m.pact_id = $1 and m.id = $2 order by v.version limit $4`,
      [pactId, id, after?.[0] ?? null, limitOf(query) + 1],
    );
    if (rows.length === 0) throw notFound();
    return rows.filter(({ version }) => version !== null);
  }
}
