import { Injectable } from '@nestjs/common';
import { EVERY_PACT, Log, Settings, type JobHandler } from '#platform';
import { appendAnchors, type Anchor } from './anchors.js';
import { anchorAudit } from './audit.jobs.js';
import { AuditQueries } from './audit.queries.js';

/** Whoever cuts off the end of a chain leaves a sound chain behind: only what was told elsewhere shows it. */
@Injectable()
export class AnchorAuditHandler implements JobHandler {
  readonly job = anchorAudit;

  constructor(
    private readonly queries: AuditQueries,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  async handle(): Promise<void> {
    const at = new Date().toISOString();
    const anchors: Anchor[] = [];
    for (const pactId of [EVERY_PACT, ...(await this.queries.pactIds())]) {
      const head = await this.queries.head(pactId);
      if (head !== undefined) anchors.push({ at, pactId, ...head });
    }
    for (const anchor of anchors) this.log.info({ anchor }, 'audit chain anchored');
    if (this.settings.auditAnchorFile) await appendAnchors(this.settings.auditAnchorFile, anchors);
  }
}
