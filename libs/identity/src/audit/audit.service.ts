import { Injectable } from '@nestjs/common';
import { EVERY_PACT, forbidden, notFound, Pages, type Page } from '#platform';
import { mayEnterPact, type Principal } from '../principal.js';
import type { AuditQuery } from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';

/** Who may see which chain: that of a pact who belongs to it, that of what all pacts share the administrators. */
@Injectable()
export class AuditService {
  constructor(
    private readonly queries: AuditQueries,
    private readonly pages: Pages,
  ) {}

  async list(query: AuditQuery, caller: Principal): Promise<Page> {
    const chain = await this.chainFor(query.pactId?.toLowerCase(), caller);
    const rows = await this.queries.list(chain, query, this.pages.after(query));
    return this.pages.page(rows, query, (row) => [row.seq]);
  }

  private async chainFor(pactId: string | undefined, caller: Principal): Promise<string> {
    if (pactId === undefined) {
      if (caller.kind !== 'admin') throw forbidden();
      return EVERY_PACT;
    }
    if (!mayEnterPact(caller, pactId) || !(await this.queries.pactExists(pactId))) throw notFound();
    return pactId;
  }
}
