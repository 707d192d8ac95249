import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { uuidv7 } from '#kernel';
import { Catalogue, FiguresEngine, figuresEngineOn, IndicatorsModule } from '#indicators';
import { createLog, Database, ownerOptions, PlatformModule } from '#platform';
import type { TestApi } from './api.js';
import { testSettings } from './database.js';
import { Records } from './records.js';

/** How many women and men have started a pathway in the first quarter of 2025. */
export interface People {
  readonly women: number;
  readonly men: number;
}

/** Pacts with pathways and their figures as of the last day of 2025, on the database of an API. */
export class ComputedPacts {
  private constructor(
    private readonly owner: Database,
    private readonly engine: FiguresEngine,
    readonly close: () => Promise<void>,
  ) {}

  static async on(api: TestApi): Promise<ComputedPacts> {
    const settings = testSettings(api.databaseUrl);
    const source = await new DataSource({ ...ownerOptions(settings), entities: [] }).initialize();
    const house = await Test.createTestingModule({
      imports: [PlatformModule.with(settings, createLog('silent')), IndicatorsModule],
    }).compile();
    return new ComputedPacts(
      new Database(source, createLog('silent')),
      house.get(FiguresEngine),
      async () => {
        await house.close();
        await source.destroy();
      },
    );
  }

  /** The same pacts, computed under other definitions, as a later release would. */
  under(catalogue: Catalogue): ComputedPacts {
    return new ComputedPacts(this.owner, figuresEngineOn(this.owner, catalogue), this.close);
  }

  /** How many figures of the pact keep this number, whether it is told or not. */
  async keeping(pactId: string, number: string): Promise<number> {
    const rows = await this.owner
      .in(pactId)
      .query(`select from figure where pact_id = $1 and numbers ? $2`, [pactId, number]);
    return rows.length;
  }

  /** Gives the id of the pact. */
  async add(people: People, pactId = uuidv7(), territory: readonly string[] = []): Promise<string> {
    const records = await new Records(this.owner, pactId).pact('2025-01-01');
    await this.owner.in(pactId).query(`update pact set territory = $2 where id = $1`, [pactId, territory]);
    await this.start(records, people, '2025-01-15');
    return pactId;
  }

  /** More people start in a pact that is there, and its figures are computed again. */
  async start(records: Records, { women, men }: People, startedOn: string): Promise<void> {
    const ids = Array.from({ length: women + men }, () => uuidv7());
    await records.push({
      source: 'sil',
      participants: ids.map((participantId, index) => ({
        externalId: `a-${participantId}`,
        participantId,
        sex: index < women ? 'F' : 'M',
      })),
      pathways: ids.map((participantId) => ({ externalId: `p-${participantId}`, participantId, startedOn })),
    });
    await this.compute(records.pactId);
  }

  /** The figures of a pact, with what its run found kept as a worker would. */
  async compute(pactId: string, asOf = '2025-12-31'): Promise<void> {
    const runId = await this.records(pactId).run();
    const { inputs } = await this.engine.compute(pactId, { asOf, runId });
    await this.owner
      .in(pactId)
      .query(`update monitoring_run set inputs = $3 where pact_id = $1 and id = $2`, [pactId, runId, inputs]);
  }

  /** Takes its figures away, and leaves what they were counted from. */
  async forget(pactId: string): Promise<void> {
    await this.owner.in(pactId).query(`delete from figure where pact_id = $1`, [pactId]);
  }

  records(pactId: string): Records {
    return new Records(this.owner, pactId);
  }
}
