import { Test, type TestingModule } from '@nestjs/testing';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { uuidv7 } from '#kernel';
import { createLog, PlatformModule, type Problem } from '#platform';
import { IndicatorsModule } from '../indicators.module.js';
import { completeSettings } from './indicator-settings.rules.js';
import { IndicatorSettingsService } from './indicator-settings.service.js';

let db: TestDatabase;
let house: TestingModule;
let service: IndicatorSettingsService;
let pactId: string;

beforeAll(async () => {
  db = await testDatabase();
  house = await Test.createTestingModule({
    imports: [PlatformModule.with(db.settings, createLog('silent')), IndicatorsModule],
  }).compile();
  service = house.get(IndicatorSettingsService);
});
beforeEach(async () => {
  pactId = (await new Records(db.owner).pact('2025-01-01')).pactId;
});
afterAll(async () => {
  await house.close();
  await db.close();
});

const DEFAULTS = completeSettings();

const shown = async (): Promise<object> => JSON.parse((await service.get(pactId)).body) as object;
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => (error as Problem).kind.status);

describe('the indicator settings of a pact', () => {
  it('are the defaults in version 0 while nothing was chosen', async () => {
    expect(await shown()).toEqual({ ...DEFAULTS, version: 0 });
  });

  it('are replaced but for a threshold left out, and the gap follows the rule unless told', async () => {
    await service.replace(pactId, 0, { retention: { rule: 'same_employer' }, disclosureThreshold: 5 });
    expect(await shown()).toEqual({
      ...DEFAULTS,
      retention: { rule: 'same_employer', gapDays: 20, anchor: 'pathway_start' },
      disclosureThreshold: 5,
      version: 1,
    });
    await service.replace(pactId, 1, { retention: { rule: 'same_contract', gapDays: 3, anchor: 'exit' } });
    expect(await shown()).toEqual({
      ...DEFAULTS,
      retention: { rule: 'same_contract', gapDays: 3, anchor: 'exit' },
      disclosureThreshold: 5,
      version: 2,
    });
  });

  it('keep what a placement must last to be stable, and the scales of the pact', async () => {
    const scale = {
      name: 'outcomes',
      version: '3',
      domains: ['home'],
      min: 0,
      max: 10,
      better: 'lower' as const,
    };
    await service.replace(pactId, 0, { stableEmployment: { days: 365 }, scales: [scale] });
    expect(await shown()).toMatchObject({ stableEmployment: { days: 365 }, scales: [scale] });
    expect(await refusal(service.replace(pactId, 1, { scales: [scale, scale] }))).toBe(422);
  });

  it('make the figures due for another computation', async () => {
    await service.replace(pactId, 0, {});
    const due = await db.owner.query(`select pact_id from recomputation_due where pact_id = $1`, [pactId]);
    expect(due).toHaveLength(1);
  });

  it('are not replaced from a version that is no longer there', async () => {
    expect(await refusal(service.replace(pactId, 1, {}))).toBe(412);
    await service.replace(pactId, 0, {});
    expect(await refusal(service.replace(pactId, 0, {}))).toBe(412);
  });

  it('let one of two simultaneous changes through', async () => {
    const answers = await Promise.all([1, 2].map(() => refusal(service.replace(pactId, 0, {}))));
    expect(answers.filter((answer) => answer === 412)).toHaveLength(1);
  });

  it('of an unknown pact are not found', async () => {
    expect(await refusal(service.get(uuidv7()))).toBe(404);
  });
});
