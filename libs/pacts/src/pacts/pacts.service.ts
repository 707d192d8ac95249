import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import type { Principal } from '#identity';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import type { PactPatch, PactRequest, PactTransitionRequest } from './pact.dto.js';
import { PactEntity } from './pact.entity.js';
import {
  nothingPublished,
  notRatified,
  pactOver,
  ratificationFixed,
  transitionNotAllowed,
} from './pact.problems.js';
import {
  isOver,
  mayChangeRatification,
  nextPactStates,
  refusalOfPactMove,
  type PactState,
} from './pact.rules.js';
import { PactsQueries, type HeldPact } from './pacts.queries.js';
import type { RatificationRule } from '../members/ratification.rules.js';

@Injectable()
export class PactsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PactsQueries,
  ) {}

  async create(request: PactRequest): Promise<Created> {
    checkRule(request.ratificationRule);
    const id = uuidv7();
    await (await this.database.in(id).manager()).insert(PactEntity, { id, ...request });
    return new Created(`/v1/pacts/${id}`, await this.get(id));
  }

  async get(pactId: string): Promise<Resource> {
    const row = await this.queries.show(pactId);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(pactId: string, version: number, patch: PactPatch): Promise<Resource> {
    checkRule(patch.ratificationRule);
    return this.database.transaction(async () => {
      const pact = await this.holdOpen(pactId);
      if (pact.version !== version) throw versionMismatch();
      if (patch.ratificationRule && !mayChangeRatification(pact.state)) throw ratificationFixed();
      const changes = { ...patch, version: version + 1, updatedAt: new Date() };
      await (await this.database.in(pactId).manager()).update(PactEntity, { id: pactId }, changes);
      return this.get(pactId);
    });
  }

  move(pactId: string, { to, reason }: PactTransitionRequest, principal: Principal): Promise<Resource> {
    return this.database.transaction(async () => {
      const pact = await this.hold(pactId);
      checkMove(pact, to);
      await this.database.in(pactId).query(
        `with moved as (
           update pact set state = $3, version = version + 1, updated_at = now() where id = $1 returning id)
         insert into pact_transition (pact_id, id, from_state, to_state, reason, made_by)
         select id, $2, $4, $3, $5, $6 from moved`,
        [pactId, uuidv7(), to, pact.state, reason ?? null, principal.id],
      );
      return this.get(pactId);
    });
  }

  /** The pact, held until the transaction ends: whoever signs, joins or leaves comes one after the other. */
  async hold(pactId: string): Promise<HeldPact> {
    const pact = await this.queries.hold(pactId);
    if (pact === undefined) throw notFound();
    return pact;
  }

  /** The same, for whoever adds something: to a pact that is over nothing is added. */
  async holdOpen(pactId: string): Promise<HeldPact> {
    const pact = await this.hold(pactId);
    if (isOver(pact.state)) throw pactOver();
    return pact;
  }

  /** For whoever adds what has nothing to do with what others add: the pact stays open, and nobody waits. */
  async keepOpen(pactId: string): Promise<void> {
    const state = await this.queries.holdState(pactId);
    if (state === undefined) throw notFound();
    if (isOver(state)) throw pactOver();
  }
}

function checkMove(pact: HeldPact, to: PactState): void {
  const texts = { published: pact.published, inForce: pact.versionInForce !== null };
  switch (refusalOfPactMove(pact.state, to, texts)) {
    case 'unlisted':
      throw transitionNotAllowed({ detail: allowedMoves(pact.state, nextPactStates(pact.state)) });
    case 'nothing-published':
      throw nothingPublished();
    case 'not-ratified':
      throw notRatified();
    default:
  }
}

/** What to say to one that asks for a move that is not listed. */
export const allowedMoves = (from: string, allowed: readonly string[]): string =>
  allowed.length === 0
    ? `From ${from} there is no way on.`
    : `From ${from} it may move to ${allowed.join(', ')}.`;

function checkRule(rule: RatificationRule | undefined): void {
  if (rule === undefined || (rule.kind === 'qualified_majority') === (rule.shareOfActors !== undefined))
    return;
  const detail = 'A qualified majority names the share of actors; all signatories name none.';
  throw invalidRequest([{ pointer: '/ratificationRule/shareOfActors', code: 'share-of-rule', detail }]);
}
