import { Injectable } from '@nestjs/common';
import { ParticipantsService } from '#pathways';
import { Database } from '#platform';
import { ErasureList } from './erasure-list.js';
import { Eraser, type Removed } from './eraser.js';
import type { Subject } from './subject-finder.js';
import { SubjectsQueries } from './subjects.queries.js';

/** Erases people from pacts, and who they were once no pact knows them any more. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantsService,
    private readonly subjects: SubjectsQueries,
    private readonly eraser: Eraser,
    private readonly list: ErasureList,
  ) {}

  /** Part of a transaction of the caller. */
  async fulfil(
    { pseudonym, people, pactIds, isEverywhere }: Subject,
    requestedBy: string,
  ): Promise<Removed & { erasedAt: string }> {
    const removed = await this.erase(people, pactIds);
    await this.eraser.forgetAnswers(pactIds);
    const erasedAt = await this.list.add(pseudonym, isEverywhere ? undefined : pactIds, requestedBy);
    return { erasedAt, ...removed };
  }

  /** Part of a transaction of the caller. Whoever has come into a pact after `before` came anew, and stays. */
  async erase(people: readonly string[], pactIds: readonly string[], before?: string): Promise<Removed> {
    await this.participants.seize(people);
    const removed = await this.database.inEach(pactIds, async (pact) => {
      const present = await this.subjects.present(pact, people, before);
      return present.length > 0 ? this.eraser.removeFrom(pact, present) : undefined;
    });
    await this.participants.forget(await this.subjects.goneFromAll(people));
    const total = (count: keyof Removed): number =>
      removed.reduce((sum, each) => sum + (each?.[count] ?? 0), 0);
    return { records: total('records'), history: total('history'), reportedRows: total('reportedRows') };
  }

  /**
   * After an older state has been restored: erases again. `always`: also when nothing tells that there has been a
   * restoration. Answers how many people were back.
   */
  async replay({ always }: { always: boolean }): Promise<number> {
    const { erasures, hadForgotten } = await this.list.read();
    if (!hadForgotten && !always) return 0;
    const returned = await this.list.returned(erasures);
    const back = new Set<string>();
    for (const { hash, pactId, erasedAt } of erasures) {
      const participant = returned.get(hash);
      if (participant === undefined) continue;
      await this.database.transaction(async () => {
        const pacts = pactId === null ? await this.subjects.allPacts() : [pactId];
        const { records } = await this.erase([participant], pacts, erasedAt);
        await this.eraser.forgetAnswers(pacts);
        if (records > 0) back.add(participant);
      });
    }
    return back.size;
  }
}
