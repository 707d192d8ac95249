import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

export interface KnownIdentity {
  readonly place: number;
  readonly participantId: string;
  readonly inPact: boolean;
}

/** `place` counts from 1, in the order of the pseudonyms given. */
@Injectable()
export class ParticipantsQueries {
  constructor(private readonly database: Database) {}

  known(pactId: string, pseudonyms: string): Promise<KnownIdentity[]> {
    return this.database.in(pactId).queryAfresh(
      `select u.place::integer as place, i.participant_id as "participantId", p.id is not null as "inPact"
       from unnest($2::bytea[]) with ordinality as u(hmac, place)
       cross join lateral (
         select participant_id from participant_identity where identifier_hmac = u.hmac offset 0
       ) i
       left join lateral (
         select id from participant where pact_id = $1 and id = i.participant_id offset 0
       ) p on true`,
      [pactId, pseudonyms],
    );
  }

  /** How many were added: the others have been added by someone else. */
  async addIdentities(pseudonyms: string, ids: string): Promise<number> {
    const row = await this.database.one<{ added: number }>(
      `with added as (
         insert into participant_identity (identifier_hmac, participant_id)
         select * from unnest($1::bytea[], $2::uuid[])
         on conflict on constraint participant_identity_pk do nothing
         returning 1
       )
       select count(*)::integer as added from added`,
      [pseudonyms, ids],
    );
    return row?.added ?? 0;
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
}
