import { Injectable } from '@nestjs/common';
import { uuidv7, type Arc } from '#kernel';
import { Database, jsonSql } from '#platform';
import type { TreeKind, TreeName } from './tree.kind.js';
import type { TreeContent } from './tree.rules.js';

/** A tree as it stands: its version, and its JSON text. */
export interface TreeText {
  readonly version: number;
  readonly body: string;
}

/** Every statement on a tree as a whole. */
@Injectable()
export class TreesStore {
  constructor(private readonly database: Database) {}

  /** The tree by codes, in the order in which it was made. Version 0 is that of a tree that never was. */
  async show(pactId: string, kind: TreeKind): Promise<TreeText> {
    const row = await this.database.in(pactId).one<TreeText>(SHOW(kind), [pactId]);
    return row ?? { version: 0, body: '{}' };
  }

  /** The tree has changed. */
  async touch(pactId: string, tree: TreeName): Promise<void> {
    await this.database.in(pactId).query(
      `insert into agenda_tree as t (pact_id, tree, version) values ($1, $2, 1)
       on conflict on constraint agenda_tree_pk do update set version = t.version + 1`,
      [pactId, tree],
    );
  }

  async version(pactId: string, tree: TreeName): Promise<number> {
    const row = await this.database
      .in(pactId)
      .one<{ version: number }>(`select version from agenda_tree where pact_id = $1 and tree = $2`, [
        pactId,
        tree,
      ]);
    return row?.version ?? 0;
  }

  /** Every link, by the ids of its ends. */
  async arcs(pactId: string, { links, from, to }: TreeKind): Promise<Arc[]> {
    const rows = await this.database
      .in(pactId)
      .query<{ start: string; end: string }>(
        `select ${from.column} as start, ${to.column} as "end" from ${links} where pact_id = $1 order by id`,
        [pactId],
      );
    return rows.map(({ start, end }) => [start, end]);
  }

  /** The codes of these nodes, by id; those that are not there are left out. */
  async codes(
    pactId: string,
    { name }: Pick<TreeKind, 'name'>,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await this.database
      .in(pactId)
      .query<{ id: string; code: string }>(
        `select id, code from ${name} where pact_id = $1 and id = any($2::uuid[])`,
        [pactId, ids],
      );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  /** Which of these codes there are. */
  async knownCodes(
    pactId: string,
    table: TreeName | 'strategy',
    codes: readonly string[],
  ): Promise<Set<string>> {
    const rows = await this.database
      .in(pactId)
      .query<{ code: string }>(`select code from ${table} where pact_id = $1 and code = any($2::text[])`, [
        pactId,
        codes,
      ]);
    return new Set(rows.map(({ code }) => code));
  }

  async link(pactId: string, { links, from, to }: TreeKind, arcs: readonly Arc[]): Promise<string[]> {
    const ids = arcs.map(() => uuidv7());
    await this.database.in(pactId).query(
      `insert into ${links} (pact_id, id, ${from.column}, ${to.column})
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[])`,
      [pactId, ids, arcs.map(([start]) => start), arcs.map(([, end]) => end)],
    );
    return ids;
  }

  /** Brings the tree to this content; tells how many rows that took. Nobody else changes it meanwhile. */
  async replace(pactId: string, kind: TreeKind, { nodes, arcs }: TreeContent): Promise<number> {
    const pact = this.database.in(pactId);
    const links = JSON.stringify(arcs.map(([start, end]) => ({ id: uuidv7(), start, end })));
    const named = JSON.stringify(nodes.map((node) => ({ ...node, id: uuidv7() })));
    const codes = nodes.map(({ code }) => code);
    const steps: [statement: string, value: unknown][] = [
      [DROP_LINKS(kind), links],
      [`delete from ${kind.name} where pact_id = $1 and code <> all($2::text[]) returning id`, codes],
      ...(kind.free === undefined ? [] : [[kind.free, named] satisfies [string, string]]),
      [kind.bring, named],
      [ADD_LINKS(kind), links],
    ];
    let changed = 0;
    for (const [statement, value] of steps) changed += (await pact.query(statement, [pactId, value])).length;
    return changed;
  }
}

const SHOW = ({ name, nodes, links, node, from, to }: TreeKind): string => {
  const link = jsonSql.jsonText({ [from.word]: jsonSql.code('a.code'), [to.word]: jsonSql.code('b.code') });
  return `
    select coalesce((select version from agenda_tree where pact_id = $1 and tree = '${name}'), 0) as version,
      '{"${nodes}":[' || coalesce((
        select string_agg(${node}, ',' order by e.id) from ${name} e where e.pact_id = $1), '')
      || '],"links":[' || coalesce((
        select string_agg(${link}, ',' order by l.id)
        from ${links} l join ${name} a on a.pact_id = l.pact_id and a.id = l.${from.column}
          join ${name} b on b.pact_id = l.pact_id and b.id = l.${to.column}
        where l.pact_id = $1), '') || ']}' as body`;
};

/** The links of $2 with the ids of their ends; those whose ends are not there yet are left out. */
const WANTED = ({ name }: TreeKind): string => `
  select w.id, a.id as start, b.id as "end"
  from json_to_recordset($2::json) as w (id uuid, start text, "end" text)
    join ${name} a on a.pact_id = $1 and a.code = w.start
    join ${name} b on b.pact_id = $1 and b.code = w."end"`;

const DROP_LINKS = (kind: TreeKind): string => `
  delete from ${kind.links} l where l.pact_id = $1
    and not exists (select from (${WANTED(kind)}) w where w.start = l.${kind.from.column} and w."end" = l.${kind.to.column})
  returning l.id`;

const ADD_LINKS = (kind: TreeKind): string => `
  insert into ${kind.links} (pact_id, id, ${kind.from.column}, ${kind.to.column})
  select $1, w.id, w.start, w."end" from (${WANTED(kind)}) w
  on conflict on constraint ${kind.links}_uq do nothing
  returning id`;
