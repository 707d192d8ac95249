import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

export interface KnownIdentity {
  readonly place: number;
  readonly participantId: string;
  readonly inPact: boolean;
}

/**
 * `place` counts from 1, in the order of the pseudonyms given. Who someone is stands in a schema that the programs
 * cannot read; its functions answer for the pseudonyms that are shown to them (migration 0011).
 */
@Injectable()
export class ParticipantsQueries {
  constructor(private readonly database: Database) {}

  known(pactId: string, pseudonyms: string): Promise<KnownIdentity[]> {
    return this.database.in(pactId).queryAfresh(
      `select i.place::integer as place, i.participant_id as "participantId", p.id is not null as "inPact"
       from identity.known($2::bytea[]) i
       left join lateral (
         select id from participant where pact_id = $1 and id = i.participant_id offset 0
       ) p on true`,
      [pactId, pseudonyms],
    );
  }

  /** Who they are, wherever that is. */
  identities(pseudonyms: string): Promise<{ place: number; participantId: string }[]> {
    const sql = `select place::integer as place, participant_id as "participantId" from identity.known($1::bytea[])`;
    return this.database.queryAfresh(sql, [pseudonyms]);
  }

  /** Those of the people who have a pathway in the pact. */
  async withPathway(pactId: string, ids: string): Promise<string[]> {
    const rows = await this.database.in(pactId).queryAfresh<{ id: string }>(
      `select u.id from unnest($2::uuid[]) as u(id)
       where exists (select from pathway w where w.pact_id = $1 and w.participant_id = u.id and not w.deleted offset 0)`,
      [pactId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** How many were added: the others have been added by someone else. */
  async addIdentities(pseudonyms: string, ids: string, pepper: number): Promise<number> {
    const sql = `select identity.add($1::bytea[], $2::uuid[], $3) as added`;
    return (await this.database.one<{ added: number }>(sql, [pseudonyms, ids, pepper]))?.added ?? 0;
  }

  /** Files people under the pseudonyms of the present pepper. */
  async renewIdentities(former: string, present: string, pepper: number): Promise<void> {
    await this.database.query(`select identity.renew($1::bytea[], $2::bytea[], $3)`, [
      former,
      present,
      pepper,
    ]);
  }

  find(pseudonyms: string): Promise<string[]> {
    return this.idsOf(`select distinct participant_id as id from identity.known($1::bytea[])`, pseudonyms);
  }

  /** Those of the people who are still known, and stay so until the transaction ends. */
  hold(ids: string): Promise<string[]> {
    return this.idsOf(`select distinct id from identity.hold($1::uuid[]) as h(id)`, ids);
  }

  /** The same, for whoever is going to erase them: nobody else holds them. */
  seize(ids: string): Promise<string[]> {
    return this.idsOf(`select distinct id from identity.seize($1::uuid[]) as s(id)`, ids);
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.database.query(`select identity.forget($1::uuid[])`, [ids]);
  }

  async leftBehind(present: number, oldest: number): Promise<number> {
    const sql = `select identity.left_behind($1, $2) as count`;
    return (await this.database.one<{ count: number }>(sql, [present, oldest]))?.count ?? 0;
  }

  async addToPact(pactId: string, ids: string): Promise<void> {
    await this.database.in(pactId).query(
      `insert into participant (pact_id, id)
       select $1, id from unnest($2::uuid[]) as u(id) on conflict on constraint participant_pk do nothing`,
      [pactId, ids],
    );
  }

  async removeFromPact(pactId: string, ids: string): Promise<void> {
    await this.database
      .in(pactId)
      .query(`delete from participant where pact_id = $1 and id = any($2::uuid[])`, [pactId, ids]);
  }

  private async idsOf(statement: string, list: string): Promise<string[]> {
    return (await this.database.query<{ id: string }>(statement, [list])).map(({ id }) => id);
  }
}
