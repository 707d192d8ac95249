import { Injectable } from '@nestjs/common';
import { enteredPacts, type Principal } from '#identity';
import { uuidv7 } from '#kernel';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import type { ActorPatch, ActorRequest } from './actor.dto.js';
import { actorIsShared, actorOfOtherPacts } from './actor.problems.js';
import { ActorEntity, type ServiceOffer } from './actor.entity.js';
import { isOrganisationTaxCode } from './actor.rules.js';
import { ActorsQueries } from './actors.queries.js';
import type { ServiceOfferDto } from './services/service-offer.dto.js';
import { withIds } from './services/service-offer.rules.js';

@Injectable()
export class ActorsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
  ) {}

  async create(request: ActorRequest): Promise<Created> {
    checkTaxCode(request.taxCode);
    const id = uuidv7();
    const services = servicesOf(request.services ?? [], []);
    await (await this.database.manager()).insert(ActorEntity, { id, ...request, services });
    return new Created(`/v1/actors/${id}`, await this.get(id));
  }

  async get(id: string): Promise<Resource> {
    const row = await this.queries.show(id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  async change(principal: Principal, id: string, version: number, patch: ActorPatch): Promise<Resource> {
    checkTaxCode(patch.taxCode);
    await this.mustBeOwn(principal, id);
    const services = patch.services && servicesOf(patch.services, await this.queries.services(id));
    const changes = { ...patch, ...(services && { services }), version: version + 1, updatedAt: new Date() };
    const { affected } = await (await this.database.manager()).update(ActorEntity, { id, version }, changes);
    const resource = await this.get(id);
    if (affected === 0) throw versionMismatch();
    return resource;
  }

  /** What is said of an actor is said in all its pacts, so the coordinator of some of them does not decide it alone. */
  async mustBeOwn(principal: Principal, id: string): Promise<void> {
    const pacts = enteredPacts(principal);
    if (pacts !== undefined && (await this.queries.takesPartElsewhere(id, pacts))) throw actorIsShared();
  }

  /** Each pact of a shared actor needs its departments, so a coordinator of any one adds to them; a stranger does not. */
  async mustBeNear(principal: Principal, id: string): Promise<void> {
    const pacts = enteredPacts(principal);
    if (pacts !== undefined && (await this.queries.takesPartElsewhereOnly(id, pacts)))
      throw actorOfOtherPacts();
  }
}

function servicesOf(wanted: readonly ServiceOfferDto[], known: readonly ServiceOffer[]): ServiceOffer[] {
  const found = withIds(wanted, known, uuidv7);
  if ('offers' in found) return found.offers;
  const detail = 'The actor has no other service with this id; a new one gets its id from the service.';
  throw invalidRequest(
    found.unknown.map((place) => ({ pointer: `/services/${place}/id`, code: 'unknown-service', detail })),
  );
}

function checkTaxCode(code: string | null | undefined): void {
  if (code === undefined || code === null || isOrganisationTaxCode(code)) return;
  const detail = 'The check digit of this tax code is wrong.';
  throw invalidRequest([{ pointer: '/taxCode', code: 'check-digit', detail }]);
}
