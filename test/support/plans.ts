import { randomUUID } from 'node:crypto';
import type { Client } from './api.js';
import type { PactWithMembers } from './pact-with-members.js';

/** A pact with a department that answers, a programme that pays, and measures made as they are wanted. */
export interface Plan {
  readonly measures: string;
  readonly unitId: string;
  readonly programmeId: string;
  measure(more?: object): Promise<{ id: string; path: string }>;
  running(more?: object): Promise<{ id: string; path: string }>;
  line(measureId: string, amountCents: number, more?: object): Promise<{ id: string; path: string }>;
  spend(lineId: string, amountCents: number, more?: object): ReturnType<Client['post']>;
}

/** The unit is of the first member. */
export async function planIn({ path, coordinator, members }: PactWithMembers): Promise<Plan> {
  const writer = coordinator;
  const units = `/v1/actors/${members[0]?.actorId}/units`;
  const unitId = (await writer.post(units, { name: `Settore ${randomUUID()}` })).body.id as string;
  const programme = { code: `P-${randomUUID().slice(0, 8)}`, kind: 'esf_plus', title: { it: 'FSE+' } };
  const programmeId = (await writer.post('/v1/funding-programmes', programme)).body.id as string;
  const measures = `${path}/measures`;
  const made = async (at: string, wish: object) => {
    const { body } = await writer.post(at, wish);
    return { id: body.id as string, path: `${at}/${body.id}` };
  };
  const measure = (more: object = {}) =>
    made(measures, { code: `m-${randomUUID().slice(0, 8)}`, title: { it: 'Misura' }, ...more });
  return {
    measures,
    unitId,
    programmeId,
    measure,
    running: async (more) => {
      const one = await measure({ responsibleUnitId: unitId, ...more });
      for (const to of ['approved', 'running']) await writer.post(`${one.path}/transitions`, { to });
      return one;
    },
    line: (measureId, amountCents, more = {}) =>
      made(`${path}/funding-lines`, { measureId, programmeId, amountCents, startsOn: '2025-01-01', ...more }),
    spend: (fundingLineId, amountCents, more = {}) =>
      writer.post(`${path}/expenditures`, { fundingLineId, amountCents, spentOn: '2025-06-01', ...more }),
  };
}
