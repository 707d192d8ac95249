import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { mayActFor } from '#pacts';
import type { Created, Resource } from '#platform';
import { AgendaChanges } from '../agenda-changes.js';
import { notTheReporter } from '../agenda.problems.js';
import { EntriesService } from '../entries/entries.service.js';
import type { Seen } from '../entries/entries.store.js';
import type { EntryShape } from '../entries/entry.shape.js';
import { SurveyQueries } from './survey.queries.js';

interface Reported {
  readonly reportedByActorId?: string | null;
}

/** What was found in the territory. Members report what they know; the secretariat may record for all. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly entries: EntriesService,
    private readonly queries: SurveyQueries,
  ) {}

  create<Terms extends Reported>(
    pactId: string,
    shape: EntryShape<Terms>,
    terms: Terms,
    principal: Principal,
  ): Promise<Created> {
    checkReporter(principal, terms.reportedByActorId);
    return this.entries.create(pactId, shape, terms);
  }

  change<Terms extends Reported>(
    pactId: string,
    shape: EntryShape<Terms>,
    seen: Seen,
    patch: Partial<Terms>,
    principal: Principal,
  ): Promise<Resource> {
    return this.changes.inTurn(pactId, async () => {
      await this.checkMine(pactId, shape, seen, principal);
      return this.entries.change(pactId, shape, seen, patch);
    });
  }

  async remove<Terms extends Reported>(
    pactId: string,
    shape: EntryShape<Terms>,
    seen: Seen,
    principal: Principal,
  ): Promise<void> {
    await this.changes.inTurn(pactId, async () => {
      await this.checkMine(pactId, shape, seen, principal);
      await this.entries.remove(pactId, shape, seen);
    });
  }

  /** Who reported an entry is said once. */
  private async checkMine<Terms extends Reported>(
    pactId: string,
    { table }: EntryShape<Terms>,
    { id }: Seen,
    principal: Principal,
  ): Promise<void> {
    const entry = await this.queries.reporter(pactId, table, id);
    if (entry !== undefined) checkReporter(principal, entry.actorId);
  }
}

function checkReporter(principal: Principal, actorId: string | null | undefined): void {
  if (!mayActFor(principal, actorId?.toLowerCase() ?? '')) throw notTheReporter();
}
