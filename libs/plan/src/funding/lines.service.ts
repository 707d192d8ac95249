import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { PactsService } from '#pacts';
import { Created, Database, notFound, Resource, versionMismatch } from '#platform';
import { measureOver } from '../measures/measure.problems.js';
import { isOver, type MeasureState } from '../measures/measure.rules.js';
import { MeasuresService } from '../measures/measures.service.js';
import { MeasuresStore } from '../measures/measures.store.js';
import { named } from '../named.js';
import { lineAfterSpending } from './funding.problems.js';
import type { LinePatch, LineRequest } from './line.dto.js';
import { LinesQueries, type HeldLine } from './lines.queries.js';

/** What programmes pay for measures. One that is paid by several has a line of each. */
@Injectable()
export class LinesService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly measures: MeasuresService,
    private readonly store: MeasuresStore,
    private readonly queries: LinesQueries,
  ) {}

  create(pactId: string, request: LineRequest): Promise<Created> {
    const { measureId, programmeId, callId, amountCents, startsOn, endsOn } = request;
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      checkNotOver((await this.measures.holdNamed(pactId, measureId)).state);
      await this.database.in(pactId).query(
        `insert into funding_line (pact_id, id, measure_id, programme_id, call_id, amount_cents, starts_on, ends_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [pactId, id, measureId, programmeId, callId ?? null, amountCents, startsOn, endsOn ?? null],
      );
      await this.store.touch(pactId, measureId);
      return new Created(`/v1/pacts/${pactId}/funding-lines/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(pactId: string, seen: { id: string; version: number }, patch: LinePatch): Promise<Resource> {
    const { amountCents, startsOn, endsOn } = patch;
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const held = await this.hold(pactId, seen.id);
      if (held.version !== seen.version) throw versionMismatch();
      checkNotOver(held.measureState);
      if (startsOn && (await this.queries.hasSpentBefore(pactId, held.id, startsOn)))
        throw lineAfterSpending();
      await this.database.in(pactId).query(
        `update funding_line set amount_cents = coalesce($3, amount_cents), starts_on = coalesce($4, starts_on),
           ends_on = case when $5 then $6::date else ends_on end, version = version + 1, updated_at = now()
         where pact_id = $1 and id = $2`,
        [pactId, held.id, amountCents ?? null, startsOn ?? null, ...named(endsOn)],
      );
      await this.store.touch(pactId, held.measureId);
      return this.get(pactId, held.id);
    });
  }

  /** The line, held until the transaction ends. */
  async hold(pactId: string, id: string): Promise<HeldLine> {
    const held = await this.queries.hold(pactId, id);
    if (held === undefined) throw notFound();
    return held;
  }
}

function checkNotOver(state: MeasureState): void {
  if (isOver(state)) throw measureOver();
}
