import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Created, Database, notFound, Resource, versionMismatch } from '#platform';
import { named } from '../named.js';
import type { ProgrammePatch, ProgrammeRequest } from './programme.dto.js';
import { ProgrammesQueries } from './programmes.queries.js';

/** Where money comes from. Programmes are of no pact: many draw on the same one. */
@Injectable()
export class ProgrammesService {
  constructor(
    private readonly database: Database,
    private readonly queries: ProgrammesQueries,
  ) {}

  async create({ code, kind, title, startsOn, endsOn }: ProgrammeRequest): Promise<Created> {
    const id = uuidv7();
    await this.database.query(
      `insert into funding_programme (id, code, kind, title_it, title_en, starts_on, ends_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, code, kind, title.it, title.en ?? null, startsOn ?? null, endsOn ?? null],
    );
    return new Created(`/v1/funding-programmes/${id}`, await this.get(id));
  }

  async get(id: string): Promise<Resource> {
    const row = await this.queries.show(id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  async change(id: string, version: number, patch: ProgrammePatch): Promise<Resource> {
    const { kind, title = {}, startsOn, endsOn } = patch;
    const changed = await this.database.query(
      `update funding_programme set kind = coalesce($3, kind), title_it = coalesce($4, title_it),
         title_en = case when $5 then $6 else title_en end,
         starts_on = case when $7 then $8::date else starts_on end,
         ends_on = case when $9 then $10::date else ends_on end,
         version = version + 1, updated_at = now()
       where id = $1 and version = $2 returning id`,
      [id, version, kind ?? null, title.it ?? null, ...named(title.en), ...named(startsOn), ...named(endsOn)],
    );
    const resource = await this.get(id);
    if (changed.length === 0) throw versionMismatch();
    return resource;
  }
}
