import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { PactsService } from '#pacts';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import { named } from '../named.js';
import type { GridDimension, GridPatch, GridRequest } from './grid.dto.js';
import { addressesOf, faultsOfDimensions } from './grid.rules.js';
import { GridsQueries } from './grids.queries.js';

/** Schemes by which measures are classified. What a grid is made of stays, so that its cells keep their addresses. */
@Injectable()
export class GridsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: GridsQueries,
  ) {}

  create(pactId: string, { code, title, dimensions }: GridRequest): Promise<Created> {
    const faults = faultsOfDimensions(dimensions);
    if (faults.length > 0) throw invalidRequest(faults);
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      await this.database
        .in(pactId)
        .query(`insert into grid (pact_id, id, code, title_it, title_en) values ($1, $2, $3, $4, $5)`, [
          pactId,
          id,
          code,
          title.it,
          title.en ?? null,
        ]);
      await this.addDimensions(pactId, id, dimensions);
      await this.addCells(pactId, id, addressesOf(dimensions));
      return new Created(`/v1/pacts/${pactId}/grids/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  async coverage(pactId: string, id: string): Promise<Resource> {
    const body = await this.queries.coverage(pactId, id);
    if (body === undefined) throw notFound();
    return new Resource(body);
  }

  change(
    pactId: string,
    seen: { id: string; version: number },
    { title = {} }: GridPatch,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const changed = await this.database.in(pactId).query(
        `update grid set title_it = coalesce($4, title_it), title_en = case when $5 then $6 else title_en end,
           version = version + 1, updated_at = now()
         where pact_id = $1 and id = $2 and version = $3 returning id`,
        [pactId, seen.id, seen.version, title.it ?? null, ...named(title.en)],
      );
      const resource = await this.get(pactId, seen.id);
      if (changed.length === 0) throw versionMismatch();
      return resource;
    });
  }

  private async addDimensions(
    pactId: string,
    gridId: string,
    dimensions: readonly GridDimension[],
  ): Promise<void> {
    await this.database.in(pactId).query(
      `insert into grid_dimension (pact_id, id, grid_id, position, code, title_it, title_en, entries)
       select $1, d.id, $2, d.place, d.code, d.it, d.en, d.entries
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
         with ordinality as d (id, code, it, en, entries, place)`,
      [
        pactId,
        gridId,
        dimensions.map(() => uuidv7()),
        dimensions.map(({ code }) => code),
        dimensions.map(({ title }) => title.it),
        dimensions.map(({ title }) => title.en ?? null),
        dimensions.map(({ entries }) => JSON.stringify(entries)),
      ],
    );
  }

  private async addCells(pactId: string, gridId: string, addresses: readonly string[]): Promise<void> {
    await this.database.in(pactId).query(
      `insert into grid_cell (pact_id, id, grid_id, position, address)
       select $1, c.id, $2, c.place, c.address
       from unnest($3::uuid[], $4::text[]) with ordinality as c (id, address, place)`,
      [pactId, gridId, addresses.map(() => uuidv7()), addresses],
    );
  }
}
