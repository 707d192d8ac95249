import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import './target.problems.js';
import { TERMS_TEXT } from './targets.queries.js';

/** Where a target stands: there is one at most. */
export interface TargetPlace {
  readonly indicator: string;
  readonly period: string;
  readonly cell: string;
}

export interface TargetTerms {
  readonly baselineValue: number | null;
  readonly baselinePeriod: string | null;
  readonly value: number;
  readonly direction: string;
  readonly ownerMemberId: string | null;
  readonly rationale: string | null;
}

export interface NewTarget extends TargetPlace, TargetTerms {
  readonly id: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly type: string;
}

/** What was done to a target, by whom, and by which decision of the pact. */
interface TargetChange {
  readonly change: 'set' | 'replaced' | 'removed';
  readonly madeBy: string;
  readonly decisionId?: string | undefined;
}

export interface HeldTarget {
  readonly id: string;
  readonly version: number;
  readonly isRemoved: boolean;
}

/** Every change of a target adds what it says from then on to its history. */
@Injectable()
export class TargetsStore {
  constructor(private readonly database: Database) {}

  /** The target at this place, which nobody else changes while the transaction lasts. */
  holdAt(pactId: string, { indicator, period, cell }: TargetPlace): Promise<HeldTarget | undefined> {
    return this.database.in(pactId).one(
      `select id, version, false as "isRemoved" from target
       where pact_id = $1 and indicator = $2 and period = $3 and cell = $4 and removed_at is null for update`,
      [pactId, indicator, period, cell],
    );
  }

  hold(pactId: string, id: string): Promise<HeldTarget | undefined> {
    return this.database.in(pactId).one(
      `select id, version, removed_at is not null as "isRemoved" from target
       where pact_id = $1 and id = $2 for update`,
      [pactId, id],
    );
  }

  /** False where somebody else has set one meanwhile. */
  async add(pactId: string, target: NewTarget): Promise<boolean> {
    const { id, indicator, type, period, cell, breakdown } = target;
    const row = await this.database.in(pactId).one(
      `insert into target (pact_id, id, indicator, indicator_type, period, cell, breakdown,
         baseline_value, baseline_period, value, direction, owner_member_id, rationale)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (pact_id, indicator, period, cell) where removed_at is null do nothing returning id`,
      [pactId, id, indicator, type, period, cell, JSON.stringify(breakdown), ...valuesOf(target)],
    );
    return row !== undefined;
  }

  async replace(pactId: string, id: string, type: string, terms: TargetTerms): Promise<void> {
    await this.database.in(pactId).query(
      `update target set indicator_type = $3, baseline_value = $4, baseline_period = $5, value = $6, direction = $7,
         owner_member_id = $8, rationale = $9, version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [pactId, id, type, ...valuesOf(terms)],
    );
  }

  async remove(pactId: string, id: string): Promise<void> {
    await this.database.in(pactId).query(
      `update target set removed_at = now(), updated_at = now(), version = version + 1
       where pact_id = $1 and id = $2`,
      [pactId, id],
    );
  }

  /** What the target says now, and who made it so. Figures are told with their target: they are to be read again. */
  async note(pactId: string, id: string, { change, madeBy, decisionId }: TargetChange): Promise<void> {
    await this.database.in(pactId).query(
      `with told as (
         insert into target_version (pact_id, target_id, version, change, terms, made_by, decision_id)
         select pact_id, id, version, $3, ${TERMS_TEXT}::jsonb, $4, $5 from target where pact_id = $1 and id = $2
       )
       insert into indicator_state as state (pact_id, figures_version) values ($1, 1)
       on conflict (pact_id) do update set figures_version = state.figures_version + 1`,
      [pactId, id, change, madeBy, decisionId ?? null],
    );
  }

  /** Whether the pact has this member, and it has not left. */
  async isMember(pactId: string, memberId: string): Promise<boolean> {
    const member = await this.database
      .in(pactId)
      .one(`select from membership where pact_id = $1 and id = $2 and state <> 'withdrawn'`, [
        pactId,
        memberId,
      ]);
    return member !== undefined;
  }
}

const valuesOf = (terms: TargetTerms): unknown[] => [
  terms.baselineValue,
  terms.baselinePeriod,
  terms.value,
  terms.direction,
  terms.ownerMemberId,
  terms.rationale,
];
