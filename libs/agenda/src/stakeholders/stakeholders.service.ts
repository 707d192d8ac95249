import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7, type Day } from '#kernel';
import { Created, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import { AgendaChanges } from '../agenda-changes.js';
import { pactFull } from '../agenda.problems.js';
import { EntriesStore, type Seen } from '../entries/entries.store.js';
import type { Reference } from '../entries/entry.shape.js';
import type {
  AlignmentRequest,
  StakeholderPatch,
  StakeholderRequest,
  StanceRequest,
} from './stakeholder.dto.js';
import { StakeholdersQueries } from './stakeholders.queries.js';
import { StakeholdersStore } from './stakeholders.store.js';

const MOST_STAKEHOLDERS = 1_000;

/** Who has a stake in the agenda, how strong, and how that changes: what was noted once stays. */
@Injectable()
export class StakeholdersService {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly entries: EntriesStore,
    private readonly queries: StakeholdersQueries,
    private readonly store: StakeholdersStore,
  ) {}

  create(pactId: string, request: StakeholderRequest, principal: Principal): Promise<Created> {
    checkDay(request);
    return this.changes.inTurn(pactId, async () => {
      await this.checkReferences(pactId, [{ pointer: '/actorId', id: request.actorId, to: 'actor' }]);
      if ((await this.store.count(pactId)) >= MOST_STAKEHOLDERS)
        throw pactFull({ detail: `At most ${MOST_STAKEHOLDERS}.` });
      const id = uuidv7();
      await this.store.insert(pactId, id, dated(request), principal.id);
      return new Created(`/v1/pacts/${pactId}/stakeholders/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string, asOf: Day = todayInRome()): Promise<Resource> {
    const row = await this.queries.show(pactId, id, asOf);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(pactId: string, seen: Seen, patch: StakeholderPatch): Promise<Resource> {
    return this.changes.inTurn(pactId, async () => {
      await this.checkReferences(pactId, [{ pointer: '/actorId', id: patch.actorId, to: 'actor' }]);
      await this.hold(pactId, seen);
      await this.store.update(pactId, seen.id, patch);
      return this.get(pactId, seen.id);
    });
  }

  /** What was noted of it stays readable. */
  async remove(pactId: string, seen: Seen): Promise<void> {
    await this.changes.inTurn(pactId, async () => {
      await this.hold(pactId, seen);
      await this.store.remove(pactId, seen.id);
    });
  }

  noteStance(pactId: string, id: string, request: StanceRequest, principal: Principal): Promise<Resource> {
    checkDay(request);
    return this.changes.inTurn(pactId, async () => {
      await this.hold(pactId, { id });
      await this.store.noteStance(pactId, id, dated(request), principal.id);
      return this.get(pactId, id);
    });
  }

  noteAlignment(
    pactId: string,
    id: string,
    request: AlignmentRequest,
    principal: Principal,
  ): Promise<Resource> {
    checkDay(request);
    return this.changes.inTurn(pactId, async () => {
      await this.hold(pactId, { id });
      const { objectiveId } = request;
      await this.checkReferences(pactId, [{ pointer: '/objectiveId', id: objectiveId, to: 'objective' }]);
      await this.store.noteAlignment(pactId, id, dated(request), principal.id);
      return this.get(pactId, id);
    });
  }

  /** @throws Problem `not-found`, also where it was removed; `version-mismatch` where it has changed since */
  private async hold(pactId: string, { id, version }: { id: string; version?: number }): Promise<void> {
    const known = await this.store.version(pactId, id);
    if (known === undefined) throw notFound();
    if (version !== undefined && known !== version) throw versionMismatch();
  }

  private async checkReferences(pactId: string, references: readonly Reference[]): Promise<void> {
    const [missing] = await this.entries.missing(pactId, references);
    if (missing === undefined) return;
    const { pointer, to } = missing;
    throw invalidRequest([{ pointer, code: `unknown-${to}`, detail: `There is no ${to} with this id.` }]);
  }
}

const dated = <Noted extends { heldOn?: Day }>(noted: Noted): Noted & { heldOn: Day } => ({
  ...noted,
  heldOn: noted.heldOn ?? todayInRome(),
});

function checkDay({ heldOn }: { heldOn?: Day }): void {
  if (heldOn === undefined || heldOn <= todayInRome()) return;
  throw invalidRequest([
    { pointer: '/heldOn', code: 'in-future', detail: 'Nobody knows yet how it will stand.' },
  ]);
}
