import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { Database, notFound, Resource, versionMismatch, type PageQuery } from '#platform';
import { ActorsService } from '../actors.service.js';
import type { CompetenceRequest } from './competence.dto.js';
import { CompetenceRows, type CompetenceRow } from './competence-rows.js';
import { isCompetence } from './competence.rules.js';

/** A competence of somebody, in the version that the caller saw. */
export interface SeenCompetence {
  readonly ownerId: string;
  readonly code: string;
  readonly version: number;
}

const OFFERED = new CompetenceRows('actor_competence', 'actor_id', 'actor');
const NEEDED = new CompetenceRows('competence_need', 'pact_id', 'pact');

/** What actors can do. It is said of an actor in all its pacts. */
@Injectable()
export class ActorCompetencesService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorsService,
  ) {}

  async list(actorId: string, query: PageQuery, after: string | undefined): Promise<CompetenceRow[]> {
    return found(await OFFERED.list(this.database, actorId, query, after));
  }

  async get(actorId: string, code: string): Promise<Resource> {
    checkCode(code);
    return resourceOf(await OFFERED.show(this.database, actorId, code));
  }

  async set(principal: Principal, seen: SeenCompetence, request: CompetenceRequest): Promise<Resource> {
    checkCode(seen.code);
    await this.actors.get(seen.ownerId);
    await this.actors.mustBeOwn(principal, seen.ownerId);
    const { code, ownerId, version } = seen;
    if (!(await OFFERED.set(this.database, ownerId, version, { ...request, code }))) throw versionMismatch();
    return this.get(ownerId, code);
  }

  async remove(principal: Principal, { ownerId, code, version }: SeenCompetence): Promise<void> {
    await this.get(ownerId, code);
    await this.actors.mustBeOwn(principal, ownerId);
    if (!(await OFFERED.remove(this.database, ownerId, version, code))) throw versionMismatch();
  }
}

/** What a pact needs somebody to be able to do. */
@Injectable()
export class CompetenceNeedsService {
  constructor(private readonly database: Database) {}

  async list(pactId: string, query: PageQuery, after: string | undefined): Promise<CompetenceRow[]> {
    return found(await NEEDED.list(this.database.in(pactId), pactId, query, after));
  }

  async get(pactId: string, code: string): Promise<Resource> {
    checkCode(code);
    return resourceOf(await NEEDED.show(this.database.in(pactId), pactId, code));
  }

  async set({ ownerId, code, version }: SeenCompetence, request: CompetenceRequest): Promise<Resource> {
    checkCode(code);
    const asked = this.database.in(ownerId);
    if (!(await NEEDED.set(asked, ownerId, version, { ...request, code }))) throw versionMismatch();
    return this.get(ownerId, code);
  }

  async remove({ ownerId, code, version }: SeenCompetence): Promise<void> {
    await this.get(ownerId, code);
    if (!(await NEEDED.remove(this.database.in(ownerId), ownerId, version, code))) throw versionMismatch();
  }
}

function checkCode(code: string): void {
  if (!isCompetence(code)) throw notFound();
}

function found<Found>(rows: Found | undefined): Found {
  if (rows === undefined) throw notFound();
  return rows;
}

const resourceOf = (row: CompetenceRow | undefined): Resource => {
  const { body, version } = found(row);
  return new Resource(body, version);
};
