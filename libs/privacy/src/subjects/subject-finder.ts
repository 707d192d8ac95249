import { Injectable } from '@nestjs/common';
import { enteredPacts, SERVES_DATA_SUBJECTS, type Principal } from '#identity';
import { normaliseIdentifier, ParticipantsService, Pseudonyms, type Pseudonym } from '#pathways';
import { Database, invalidRequest, notFound } from '#platform';
import type { IdentifierRequest } from './data-subject.dto.js';
import { scopeMissing } from './data-subject.problems.js';
import { SubjectsQueries } from './subjects.queries.js';

/** A person, as far as the caller may serve it. */
export interface Subject {
  readonly pseudonym: Pseudonym;
  readonly people: readonly string[];
  /** The caller's pacts in which the person is. */
  readonly pactIds: readonly string[];
  /** All pacts there are were looked through. */
  readonly isEverywhere: boolean;
}

@Injectable()
export class SubjectFinder {
  constructor(
    private readonly database: Database,
    private readonly pseudonyms: Pseudonyms,
    private readonly participants: ParticipantsService,
    private readonly subjects: SubjectsQueries,
  ) {}

  /**
   * Part of the request's transaction. Nothing is written about the person until it ends.
   * @throws Problem `not-found` for who is unknown, or known only where the caller has no say.
   */
  async find(principal: Principal, identifier: IdentifierRequest): Promise<Subject> {
    if (!principal.scopes.includes(SERVES_DATA_SUBJECTS)) throw scopeMissing();
    const pseudonym = this.pseudonymOf(identifier);
    const people = await this.participants.find(pseudonym);
    const entered = enteredPacts(principal);
    const own = entered === undefined ? await this.subjects.allPacts() : [...entered].sort();
    const present = await this.database.inEach(own, async (pact) => {
      const found = await this.subjects.present(pact, people);
      return found.length > 0 ? [pact.pactId] : [];
    });
    const pactIds = present.flat();
    if (pactIds.length === 0) throw notFound();
    return { pseudonym, people, pactIds, isEverywhere: entered === undefined };
  }

  private pseudonymOf({ scheme, value }: IdentifierRequest): Pseudonym {
    const normalised = normaliseIdentifier(scheme, value);
    if (normalised) return this.pseudonyms.ofPerson(scheme, normalised);
    const detail = 'This cannot be an identifier of that scheme.';
    throw invalidRequest([{ pointer: '/identifier/value', code: 'identifier', detail }]);
  }
}
