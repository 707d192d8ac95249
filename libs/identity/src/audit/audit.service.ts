import { Injectable } from '@nestjs/common';
import { EVERY_PACT, forbidden, notFound, Pages, type Page } from '#platform';
import type { Principal } from '../principal.js';
import { ReferencesQueries } from '../references.queries.js';
import { enteredPacts, enters } from '../role.rules.js';
import type { AuditQuery } from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';

/** Who may see which chain: that of a pact who belongs to it, that of what all pacts share who belongs to all. */
@Injectable()
export class AuditService {
  constructor(
    private readonly queries: AuditQueries,
    private readonly references: ReferencesQueries,
    private readonly pages: Pages,
  ) {}

  async list(query: AuditQuery, caller: Principal): Promise<Page> {
    const chain = await this.chainFor(query.pactId?.toLowerCase(), caller);
    const list = this.pages.of(query, 'audit-entries', chain);
    const rows = await this.queries.list(chain, query, list.after);
    return list.page(rows, (row) => [row.seq]);
  }

  private async chainFor(pactId: string | undefined, caller: Principal): Promise<string> {
    if (pactId === undefined) {
      if (enteredPacts(caller) !== undefined) throw forbidden();
      return EVERY_PACT;
    }
    if (!enters(caller, pactId) || !(await this.references.pactExists(pactId))) throw notFound();
    return pactId;
  }
}
