import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { PactsService } from '../pacts/pacts.service.js';
import { MembersQueries } from './members.queries.js';
import { isRatified } from './ratification.rules.js';

/** Brings into force what enough members have signed. Called, with the pact held, whenever signatories change. */
@Injectable()
export class Ratification {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: MembersQueries,
  ) {}

  /** Also renews the ETag of the pact, whose answer shows the version in force and the missing systems. */
  async settle(pactId: string): Promise<void> {
    const { ratificationRule } = await this.pacts.hold(pactId);
    const pending = await this.queries.pendingVersions(pactId);
    const ratified = pending.filter(({ signatories }) => isRatified(ratificationRule, signatories));
    await this.database.in(pactId).query(
      `with in_force as (
         update pact_version set in_force_at = now(), version = version + 1
         where pact_id = $1 and number = any($2))
       update pact set version = version + 1, updated_at = now() where id = $1`,
      [pactId, ratified.map(({ number }) => number)],
    );
  }
}
