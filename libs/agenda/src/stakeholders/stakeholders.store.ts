import { Injectable } from '@nestjs/common';
import { uuidv7, type Day } from '#kernel';
import { Database } from '#platform';
import type {
  AlignmentRequest,
  StakeholderPatch,
  StakeholderRequest,
  StanceRequest,
} from './stakeholder.dto.js';

type Dated<Noted> = Noted & { readonly heldOn: Day };

/** What is told of a stakeholder is told with how it stands, so its version counts that too. */
const TOUCH = `update stakeholder set version = version + 1, updated_at = now() where pact_id = $1 and id = $2`;

const ADD_STANCE = `
  insert into stakeholder_stance (pact_id, id, stakeholder_id, held_on, interest, influence, position, note, made_by)
  select $1, $3, id, $4, $5, $6, $7, $8, $9`;

const valuesOf = (stance: Dated<StanceRequest>, madeBy: string): unknown[] => {
  const { heldOn, interest, influence, position, note } = stance;
  return [uuidv7(), heldOn, interest, influence, position, note ?? null, madeBy];
};

/** Every write about stakeholders; the pact is held. */
@Injectable()
export class StakeholdersStore {
  constructor(private readonly database: Database) {}

  async count(pactId: string): Promise<number> {
    const statement = 'select count(*)::int as count from stakeholder where pact_id = $1';
    return (await this.database.in(pactId).one<{ count: number }>(statement, [pactId]))?.count ?? 0;
  }

  /** Of one that was not removed. */
  async version(pactId: string, id: string): Promise<number | undefined> {
    const statement = 'select version from stakeholder where pact_id = $1 and id = $2 and removed_at is null';
    return (await this.database.in(pactId).one<{ version: number }>(statement, [pactId, id]))?.version;
  }

  /** The stakeholder, and how it stands from the first. */
  async insert(pactId: string, id: string, made: Dated<StakeholderRequest>, madeBy: string): Promise<void> {
    const { name, actorId, description } = made;
    await this.database.in(pactId).query(
      `with made as (
         insert into stakeholder (pact_id, id, name, actor_id, description)
         values ($1, $2, $10, $11, $12) returning id)
       ${ADD_STANCE} from made`,
      [pactId, id, ...valuesOf(made, madeBy), name, actorId ?? null, description ?? null],
    );
  }

  async update(pactId: string, id: string, { name, actorId, description }: StakeholderPatch): Promise<void> {
    await this.database.in(pactId).query(
      `update stakeholder set name = coalesce($3, name),
         actor_id = case when $4 then $5::uuid else actor_id end,
         description = case when $6 then $7::text else description end,
         version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [
        pactId,
        id,
        name ?? null,
        actorId !== undefined,
        actorId ?? null,
        description !== undefined,
        description ?? null,
      ],
    );
  }

  async remove(pactId: string, id: string): Promise<void> {
    await this.database.in(pactId).query(
      `update stakeholder set removed_at = now(), updated_at = now(), version = version + 1
         where pact_id = $1 and id = $2`,
      [pactId, id],
    );
  }

  async noteStance(pactId: string, id: string, stance: Dated<StanceRequest>, madeBy: string): Promise<void> {
    await this.database
      .in(pactId)
      .query(`with noted as (${TOUCH} returning id) ${ADD_STANCE} from noted`, [
        pactId,
        id,
        ...valuesOf(stance, madeBy),
      ]);
  }

  async noteAlignment(
    pactId: string,
    id: string,
    { objectiveId, heldOn, level, note }: Dated<AlignmentRequest>,
    madeBy: string,
  ): Promise<void> {
    await this.database.in(pactId).query(
      `with noted as (${TOUCH} returning id)
       insert into stakeholder_alignment (pact_id, id, stakeholder_id, objective_id, held_on, level, note, made_by)
       select $1, $3, id, $4, $5, $6, $7, $8 from noted`,
      [pactId, id, uuidv7(), objectiveId, heldOn, level, note ?? null, madeBy],
    );
  }
}
