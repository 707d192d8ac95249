import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { CaseAccessLog, type CaseRequest } from '#pathways';
import { Database, Resource } from '#platform';
import { camelCased } from './camel-case.rules.js';
import { DataExportQueries } from './data-export.queries.js';
import type { DataSubjectRequest } from './data-subject.dto.js';
import { ErasureService } from './erasure.service.js';
import { SubjectFinder } from './subject-finder.js';

interface Asking {
  readonly principal: Principal;
  readonly request: CaseRequest;
}

/** What a person has a right to: to see what is held (GDPR art. 15) and to have it erased (art. 17). */
@Injectable()
export class DataSubjectsService {
  constructor(
    private readonly database: Database,
    private readonly finder: SubjectFinder,
    private readonly log: CaseAccessLog,
    private readonly held: DataExportQueries,
    private readonly erasures: ErasureService,
  ) {}

  /** Part of the request's transaction. What is told holds the note that it was told. */
  async export(
    { principal, request }: Asking,
    { identifier, purpose }: DataSubjectRequest,
  ): Promise<Resource> {
    const { people, pactIds } = await this.finder.find(principal, identifier);
    const pacts = await this.database.inEach(pactIds, async (pact) => {
      await this.log.note(pact.pactId, { ...request, purpose }, people);
      return this.held.heldIn(pact, people);
    });
    const exported = { exportedAt: new Date().toISOString(), participants: people, pacts };
    return new Resource(JSON.stringify(camelCased(exported)));
  }

  /** Part of the request's transaction. An administrator erases everywhere, others in the pacts that are theirs. */
  async erase(
    { principal, request }: Asking,
    { identifier, purpose }: DataSubjectRequest,
  ): Promise<Resource> {
    const subject = await this.finder.find(principal, identifier);
    // Noted first: the erasure takes the person out of the note as well.
    await this.database.inEach(subject.pactIds, (pact) =>
      this.log.note(pact.pactId, { ...request, purpose }, subject.people),
    );
    const done = await this.erasures.fulfil(subject, principal.id);
    return new Resource(JSON.stringify({ ...done, pacts: subject.pactIds.length }));
  }
}
