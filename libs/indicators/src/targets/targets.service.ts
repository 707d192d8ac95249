import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { uuidv7 } from '#kernel';
import { Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import { cellOf } from '../definition/breakdowns.rules.js';
import { Catalogue } from '../definition/catalogue.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { TargetRequest } from './target.dto.js';
import { checkTarget } from './target.rules.js';
import { TargetsQueries } from './targets.queries.js';
import { TargetsStore, type TargetTerms } from './targets.store.js';

@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly queries: TargetsQueries,
    private readonly store: TargetsStore,
  ) {}

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  /** Sets the target of an indicator, period and cell, from version 0 where there is none. */
  async set(
    pactId: string,
    version: number,
    request: TargetRequest,
    principal: Principal,
  ): Promise<Resource> {
    const definition = this.definitionOf(request.indicator);
    const terms = termsOf(request, definition);
    return this.database.transaction(async () => {
      await this.checkOwner(pactId, request);
      const { indicator, period, breakdown = {} } = request;
      const place = { indicator, period, cell: cellOf(breakdown) };
      const held = await this.store.holdAt(pactId, place);
      if ((held?.version ?? 0) !== version) throw versionMismatch();
      const id = held?.id ?? uuidv7();
      if (held !== undefined) await this.store.replace(pactId, id, definition.type, terms);
      else if (!(await this.store.add(pactId, { ...place, ...terms, id, breakdown, type: definition.type })))
        throw versionMismatch();
      const change = held === undefined ? 'set' : 'replaced';
      await this.store.note(pactId, id, { change, madeBy: principal.id, decisionId: request.decisionId });
      return this.get(pactId, id);
    });
  }

  /** What it said stays readable. Who removes it again changes nothing. */
  async remove(pactId: string, id: string, version: number, principal: Principal): Promise<void> {
    await this.database.transaction(async () => {
      const held = await this.store.hold(pactId, id);
      if (held === undefined) throw notFound();
      if (held.version !== version) throw versionMismatch();
      if (held.isRemoved) return;
      await this.store.remove(pactId, id);
      await this.store.note(pactId, id, { change: 'removed', madeBy: principal.id });
    });
  }

  private definitionOf(code: string): IndicatorDefinition {
    const definition = this.catalogue.find(code);
    if (definition !== undefined) return definition;
    const detail = `One of ${this.catalogue.codes.join(', ')}.`;
    throw invalidRequest([{ pointer: '/indicator', code: 'unknown-value', detail }]);
  }

  private async checkOwner(pactId: string, { ownerMemberId }: TargetRequest): Promise<void> {
    if (ownerMemberId === undefined || (await this.store.isMember(pactId, ownerMemberId))) return;
    const detail = 'The pact has no member with this id.';
    throw invalidRequest([{ pointer: '/ownerMemberId', code: 'unknown-member', detail }]);
  }
}

function termsOf(request: TargetRequest, definition: IndicatorDefinition): TargetTerms {
  const found = checkTarget(request, definition);
  if (!('direction' in found)) throw invalidRequest(found);
  return {
    baselineValue: request.baseline?.value ?? null,
    baselinePeriod: request.baseline?.period ?? null,
    value: request.value,
    direction: found.direction,
    ownerMemberId: request.ownerMemberId ?? null,
    rationale: request.rationale ?? null,
  };
}
