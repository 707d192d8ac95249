import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { uuidv7 } from '#kernel';
import { mayActFor, PactsService } from '#pacts';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import { linksOf, merged, termsOf } from './measure.draft.js';
import type { MeasurePatch, MeasureRequest } from './measure.dto.js';
import { measureOver, notTheResponsible, unknownGridCell } from './measure.problems.js';
import { isOver } from './measure.rules.js';
import { MeasureReferences } from './measure-references.js';
import { MeasuresQueries, type HeldMeasure, type KnownTerms } from './measures.queries.js';
import { MeasuresStore, type Links } from './measures.store.js';

@Injectable()
export class MeasuresService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: MeasuresQueries,
    private readonly store: MeasuresStore,
    private readonly references: MeasureReferences,
  ) {}

  create(pactId: string, request: MeasureRequest): Promise<Created> {
    const id = uuidv7();
    const [terms, links] = [termsOf(request), linksOf(request)];
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      await this.check(pactId, terms, links);
      await this.store.insert(pactId, id, request.code, terms);
      await this.store.link(pactId, id, links);
      return new Created(`/v1/pacts/${pactId}/measures/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(
    pactId: string,
    { id, version }: { id: string; version: number },
    patch: MeasurePatch,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const held = await this.hold(pactId, id);
      if (held.version !== version) throw versionMismatch();
      if (isOver(held.state)) throw measureOver();
      const [terms, links] = [merged(held.terms, patch), linksOf(patch)];
      await this.check(pactId, named(patch, terms), links);
      await this.store.replace(pactId, id, terms);
      await this.store.link(pactId, id, links);
      return this.get(pactId, id);
    });
  }

  /** The measure, held until the transaction ends. */
  async hold(pactId: string, id: string): Promise<HeldMeasure> {
    const held = await this.queries.hold(pactId, id);
    if (held === undefined) throw notFound();
    return held;
  }

  /** The measure that a request names, held likewise. @throws Problem where the pact has none with this id. */
  async holdNamed(pactId: string, id: string): Promise<HeldMeasure> {
    const held = await this.queries.hold(pactId, id);
    if (held !== undefined) return held;
    const detail = 'The pact has no measure with this id.';
    throw invalidRequest([{ pointer: '/measureId', code: 'unknown-measure', detail }]);
  }

  private async check(pactId: string, terms: KnownTerms, links: Links): Promise<void> {
    const { faults, cellFaults } = await this.references.faultsOf(pactId, terms, links);
    if (faults.length > 0) throw invalidRequest([...faults, ...cellFaults]);
    if (cellFaults.length > 0) throw unknownGridCell({ errors: cellFaults });
  }
}

/** A unit stays where it is when its actor leaves the pact: only one that the patch names is looked for. */
const named = (patch: MeasurePatch, terms: KnownTerms): KnownTerms =>
  patch.responsibleUnitId === undefined ? { ...terms, responsibleUnitId: null } : terms;

/** Of a measure reports the secretariat, or the actor whose unit is responsible. */
export function checkResponsible(
  { responsibleActorId }: Pick<HeldMeasure, 'responsibleActorId'>,
  principal: Principal,
): void {
  if (!mayActFor(principal, responsibleActorId ?? '')) throw notTheResponsible();
}
