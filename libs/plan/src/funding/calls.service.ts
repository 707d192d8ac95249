import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import { named } from '../named.js';
import type { CallPatch, CallRequest } from './call.dto.js';
import { CallsQueries } from './calls.queries.js';

type Allocations = NonNullable<CallRequest['allocations']>;

/** Calls of funding programmes, with what they set aside for each territory. */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: Database,
    private readonly queries: CallsQueries,
  ) {}

  create(request: CallRequest): Promise<Created> {
    const { programmeId, code, title, isCompetitive, opensOn, closesOn, allocations = [] } = request;
    checkAllocations(allocations);
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.database.query(
        `insert into funding_call (id, programme_id, code, title_it, title_en, is_competitive, opens_on, closes_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, programmeId, code, title.it, title.en ?? null, isCompetitive, opensOn ?? null, closesOn ?? null],
      );
      await this.allocate(id, allocations);
      return new Created(`/v1/calls/${id}`, await this.get(id));
    });
  }

  async get(id: string): Promise<Resource> {
    const row = await this.queries.show(id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(id: string, version: number, patch: CallPatch): Promise<Resource> {
    const { title = {}, isCompetitive, opensOn, closesOn, allocations } = patch;
    checkAllocations(allocations);
    const days = [...named(opensOn), ...named(closesOn)];
    return this.database.transaction(async () => {
      const changed = await this.database.query(
        `update funding_call set title_it = coalesce($3, title_it),
           title_en = case when $4 then $5 else title_en end, is_competitive = coalesce($6, is_competitive),
           opens_on = case when $7 then $8::date else opens_on end,
           closes_on = case when $9 then $10::date else closes_on end,
           version = version + 1, updated_at = now()
         where id = $1 and version = $2 returning id`,
        [id, version, title.it ?? null, ...named(title.en), isCompetitive ?? null, ...days],
      );
      if (changed.length > 0 && allocations) await this.allocate(id, allocations);
      const resource = await this.get(id);
      if (changed.length === 0) throw versionMismatch();
      return resource;
    });
  }

  /** From now on the call sets aside this and nothing else. */
  private async allocate(id: string, allocations: Allocations): Promise<void> {
    await this.database.query(
      `with gone as (
         delete from funding_call_allocation where call_id = $1 and territory <> all($2::text[]))
       insert into funding_call_allocation as held (call_id, territory, amount_cents)
       select $1, territory, amount from unnest($2::text[], $3::bigint[]) as given (territory, amount)
       on conflict (call_id, territory) do update set amount_cents = excluded.amount_cents
         where held.amount_cents <> excluded.amount_cents`,
      [id, allocations.map(({ territory }) => territory), allocations.map(({ amountCents }) => amountCents)],
    );
  }
}

function checkAllocations(allocations: Allocations = []): void {
  const territories = allocations.map(({ territory }) => territory);
  const detail = 'No territory may stand in the list twice.';
  const faults = territories.flatMap((territory, place) =>
    territories.indexOf(territory) === place
      ? []
      : [{ pointer: `/allocations/${place}/territory`, code: 'duplicate-item', detail }],
  );
  if (faults.length > 0) throw invalidRequest(faults);
}
