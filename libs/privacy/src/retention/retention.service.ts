import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { ParticipantsService } from '#pathways';
import { Database, Log } from '#platform';
import { ErasureService } from '../subjects/erasure.service.js';
import { SubjectsQueries } from '../subjects/subjects.queries.js';
import { ExpiryStore } from './expiry.store.js';

/** People who are removed in one transaction. */
const PEOPLE_AT_ONCE = 500;

/** How much of each kind was removed. */
type Removal = Record<
  'participants' | 'withdrawnRecords' | 'history' | 'findings' | 'batchResults' | 'accesses' | 'answers',
  number
>;
const NOTHING: Removal = {
  participants: 0,
  withdrawnRecords: 0,
  history: 0,
  findings: 0,
  batchResults: 0,
  accesses: 0,
  answers: 0,
};

/** Removes what has been kept long enough, and tells how much. A second run finds nothing to do. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly store: ExpiryStore,
    private readonly erasures: ErasureService,
    private readonly subjects: SubjectsQueries,
    private readonly participants: ParticipantsService,
  ) {}

  async run(log: Log): Promise<void> {
    const startedAt = new Date();
    const removed = { ...NOTHING };
    const add = (more: Partial<Removal>): void => {
      for (const [kind, count] of Object.entries(more)) removed[kind as keyof Removal] += count;
    };
    add({ answers: await this.store.answers() });
    const pacts = await this.database.transaction(() => this.subjects.allPacts());
    for (const id of pacts) {
      add({ participants: await this.people(id) });
      add(await this.database.transaction(() => this.rest(id)));
    }
    const leftBehind = await this.participants.leftBehind();
    await this.database.query(
      `insert into retention_run (id, started_at, finished_at, pacts, removed, identities_left_behind)
       values ($1, $2, clock_timestamp(), $3, $4, $5)`,
      [uuidv7(), startedAt, pacts.length, JSON.stringify(removed), leftBehind],
    );
    log.info({ removed, pacts: pacts.length, leftBehind }, 'retention applied');
  }

  private async people(pactId: string): Promise<number> {
    for (let removed = 0; ;) {
      const some = await this.database.transaction(() => this.somePeople(pactId));
      removed += some;
      if (some < PEOPLE_AT_ONCE) return removed;
    }
  }

  private async somePeople(pactId: string): Promise<number> {
    const [due] = await this.database.inEach([pactId], (pact) => this.store.duePeople(pact, PEOPLE_AT_ONCE));
    if (due !== undefined && due.length > 0) await this.erasures.erase(due, [pactId]);
    return due?.length ?? 0;
  }

  private async rest(pactId: string): Promise<Partial<Removal>> {
    const pact = this.database.in(pactId);
    return {
      withdrawnRecords: await this.store.withdrawn(pact),
      history: await this.store.history(pact),
      findings: await this.store.findings(pact),
      batchResults: await this.store.batchResults(pact),
      accesses: await this.store.accesses(pact),
    };
  }
}
