import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Created, Database, notFound, Resource, versionMismatch } from '#platform';
import { PactsService } from '../pacts/pacts.service.js';
import type { PublicationRequest, VersionPatch, VersionRequest } from './version.dto.js';
import { alreadyPublished } from './version.problems.js';
import { VersionsQueries, type VersionRow } from './versions.queries.js';

/** The texts of a pact. They are numbered; a published one never changes. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: VersionsQueries,
  ) {}

  create(pactId: string, { text }: VersionRequest): Promise<Created> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const [row] = await this.database.in(pactId).query<{ number: number }>(
        `insert into pact_version (pact_id, id, number, text)
         select $1, $2, coalesce(max(number), 0) + 1, $3 from pact_version where pact_id = $1
         returning number`,
        [pactId, uuidv7(), text],
      );
      const number = row?.number ?? 1;
      return new Created(`/v1/pacts/${pactId}/versions/${number}`, await this.get(pactId, number));
    });
  }

  async get(pactId: string, number: number): Promise<Resource> {
    const { body, version } = await this.known(pactId, number);
    return new Resource(body, version);
  }

  change(pactId: string, number: number, version: number, { text }: VersionPatch): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const row = await this.known(pactId, number);
      if (row.version !== version) throw versionMismatch();
      if (row.published) throw alreadyPublished();
      await this.database
        .in(pactId)
        .query(
          `update pact_version set text = coalesce($3, text), version = version + 1 where pact_id = $1 and number = $2`,
          [pactId, number, text ?? null],
        );
      return this.get(pactId, number);
    });
  }

  /** Publishing again what is published changes nothing. */
  publish(pactId: string, number: number, { decisionId }: PublicationRequest): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const { published } = await this.known(pactId, number);
      if (!published) {
        await this.database.in(pactId).query(
          `update pact_version set content_hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'),
             published_at = now(), decision_id = $3, version = version + 1
           where pact_id = $1 and number = $2`,
          [pactId, number, decisionId ?? null],
        );
      }
      return this.get(pactId, number);
    });
  }

  private async known(pactId: string, number: number): Promise<VersionRow> {
    const row = await this.queries.show(pactId, number);
    if (row === undefined) throw notFound();
    return row;
  }
}
