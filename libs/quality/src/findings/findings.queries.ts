import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import { RULE_CODES, RULES } from '../rules/index.js';
import type { FindingListQuery } from './finding.dto.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

/** Whether the sources in `$2` are all there are, or this one is among them. */
const isTold = (source: string): string => `($2::text[] is null or ${source} = any($2))`;

const kindOf = (which: 'kind' | 'against'): string =>
  `case rule ${RULES.flatMap((rule) => {
    const kind = rule[which];
    return kind === undefined ? [] : [`when '${rule.code}' then '${kind}'`];
  }).join(' ')} end`;

const record = (kind: string, columns: { id: string; source: string; externalId: string }): string =>
  jsonText({
    kind: code(kind),
    id: code(columns.id),
    source: text(columns.source),
    externalId: text(columns.externalId),
  });

const THE_ONE = record(kindOf('kind'), { id: 'record_id', source: 'source', externalId: 'external_id' });
const THE_OTHER = record(kindOf('against'), {
  id: 'other_record_id',
  source: 'other_source',
  externalId: 'other_external_id',
});

const SETTLEMENT = `select ${jsonText({
  state: code('s.state'),
  note: text('s.note'),
  by: text('s.settled_by'),
  at: instant('s.settled_at'),
})} from quality_settlement s
  where s.pact_id = $1 and s.finding_id = f.id order by s.id desc limit 1`;

const BODY = jsonText({
  id: code('id'),
  rule: code('rule'),
  state: code('state'),
  records: json(`'[' || concat_ws(',', case when ${isTold('source')} then ${THE_ONE} end,
    case when other_record_id is not null and ${isTold('other_source')} then ${THE_OTHER} end) || ']'`),
  foundAt: instant('found_at'),
  changedAt: instant('changed_at'),
  settlement: optional(json(SETTLEMENT)),
  version: scalar('version'),
});

export interface FindingRow {
  readonly sortKey: string[];
  readonly version: number;
  readonly state: string;
  readonly body: string;
}

const ROW = `array[found_at::text, id::text] as "sortKey", version, state, ${BODY} as body`;
const TOLD = `(${isTold('source')} or ${isTold('other_source')})`;

/** `sources`: of which the caller is told; undefined: all. */
@Injectable()
export class FindingsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string, sources: readonly string[] | undefined): Promise<FindingRow | undefined> {
    return this.database
      .in(pactId)
      .one(
        `select ${ROW} from quality_finding f where pact_id = $1 and id = $3 and ${TOLD} and rule = any($4)`,
        [pactId, sources ?? null, id, RULE_CODES],
      );
  }

  /** Newest first. */
  list(
    pactId: string,
    sources: readonly string[] | undefined,
    query: FindingListQuery,
    after: readonly string[] | undefined,
  ): Promise<FindingRow[]> {
    const rules = query.rule === undefined ? RULE_CODES : [query.rule];
    return this.database.in(pactId).query(
      `select ${ROW} from quality_finding f
       where pact_id = $1 and ${TOLD} and rule = any($3)
         and ($4::text is null or state = $4) and ($5::text is null or source = $5 or other_source = $5)
         and ($6::timestamptz is null or (found_at, id) < ($6, $7::uuid))
       order by found_at desc, id desc limit $8`,
      [
        pactId,
        sources ?? null,
        rules,
        query.state ?? null,
        query.source ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limitOf(query) + 1,
      ],
    );
  }
}
