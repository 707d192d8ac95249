import { Injectable } from '@nestjs/common';
import { Database, type PactDatabase } from '#platform';

/** Where people are. Part of a transaction of the caller. */
@Injectable()
export class SubjectsQueries {
  constructor(private readonly database: Database) {}

  /** Those of the people who came into the pact before. Pushes that tell of them are over when this answers. */
  async present(pact: PactDatabase, people: readonly string[], before = 'infinity'): Promise<string[]> {
    const rows = await pact.query<{ id: string }>(
      `select id from participant where pact_id = $1 and id = any($2::uuid[]) and created_at < $3
       order by id for update`,
      [pact.pactId, people, before],
    );
    return rows.map((row) => row.id);
  }

  /** Those of the people who are in none of the pacts any more. */
  async goneFromAll(people: readonly string[]): Promise<string[]> {
    const still = new Set<string>();
    await this.database.inEach(await this.allPacts(), async (pact) => {
      const rows = await pact.query<{ id: string }>(
        `select id from participant where pact_id = $1 and id = any($2::uuid[])`,
        [pact.pactId, people],
      );
      for (const { id } of rows) still.add(id);
    });
    return people.filter((id) => !still.has(id));
  }

  /** In ascending order: who locks something in several pacts does it in the same order as everyone. */
  async allPacts(): Promise<string[]> {
    const [ids] = await this.database.inEach([this.database.acrossPacts.pactId], (pacts) =>
      pacts.query<{ id: string }>(`select id from pact order by id`),
    );
    return (ids ?? []).map(({ id }) => id);
  }
}
