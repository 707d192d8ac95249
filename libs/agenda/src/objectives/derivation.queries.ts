import { Injectable } from '@nestjs/common';
import type { Arc } from '#kernel';
import { Database } from '#platform';

/** Problems that no objective answers yet, in the order in which they were made, and how many have theirs. */
interface Derivable {
  readonly open: readonly string[];
  readonly known: number;
}

@Injectable()
export class DerivationQueries {
  constructor(private readonly database: Database) {}

  /** Among these problems, or among all. */
  async problems(pactId: string, among: readonly string[] | undefined): Promise<Derivable> {
    const rows = await this.database.in(pactId).query<{ id: string; isKnown: boolean }>(
      `select p.id, o.id is not null as "isKnown"
       from problem p left join objective o on o.pact_id = p.pact_id and o.problem_id = p.id
       where p.pact_id = $1 and ($2::uuid[] is null or p.id = any($2)) order by p.id`,
      [pactId, among ?? null],
    );
    const open = rows.filter(({ isKnown }) => !isKnown).map(({ id }) => id);
    return { open, known: rows.length - open.length };
  }

  /** An objective for each problem, in its words. */
  async derive(
    pactId: string,
    problemIds: readonly string[],
    objectives: readonly { readonly id: string; readonly code: string }[],
  ): Promise<void> {
    await this.database.in(pactId).query(
      `insert into objective (pact_id, id, code, title, wording, problem_id)
       select $1, o.id, o.code, p.title, 'derived', p.id
       from unnest($2::uuid[], $3::uuid[], $4::text[]) as o (problem_id, id, code)
         join problem p on p.pact_id = $1 and p.id = o.problem_id`,
      [pactId, problemIds, objectives.map(({ id }) => id), objectives.map(({ code }) => code)],
    );
  }

  /** Between the objectives of linked problems: from means to end, where that is not said yet. */
  async unmirroredLinks(pactId: string): Promise<Arc[]> {
    const rows = await this.database.in(pactId).query<{ means: string; end: string }>(
      `select m.id as means, e.id as "end"
       from problem_link l
         join objective m on m.pact_id = l.pact_id and m.problem_id = l.cause_id
         join objective e on e.pact_id = l.pact_id and e.problem_id = l.effect_id
       where l.pact_id = $1 and not exists (
         select from objective_link x where x.pact_id = $1 and x.means_id = m.id and x.end_id = e.id)
       order by l.id`,
      [pactId],
    );
    return rows.map(({ means, end }) => [means, end]);
  }
}
