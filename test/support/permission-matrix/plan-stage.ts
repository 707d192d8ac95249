import type { PactWithMembers } from '../pact-with-members.js';
import { planIn } from '../plans.js';

/** A plan with two of everything, so that its lists have more than one page; the ids of the first ones. */
export async function furnishPlan(pact: PactWithMembers) {
  const { path, coordinator, members } = pact;
  const plan = await planIn(pact);
  const make = async (at: string, wish: object): Promise<string> =>
    (await coordinator.post(at, wish)).body.id as string;
  const twice = async (at: string, wish: (place: number) => object): Promise<string> => {
    const id = await make(at, wish(1));
    await make(at, wish(2));
    return id;
  };
  const first = await plan.running({ code: 'first', budgetCents: 100_000 });
  const second = await plan.running({ code: 'second' });
  const spare = await plan.measure({ code: 'spare' });
  const voucherOf = (measureId: string) => make(`${path}/vouchers`, { ...VOUCHER, measureId });
  const line = await plan.line(first.id, 10_000);
  await plan.line(second.id, 10_000);
  const voucherId = await voucherOf(first.id);
  await voucherOf(second.id);
  const { programmeId } = plan;
  await twice(`${first.path}/progress`, () => PROGRESS);
  return {
    spareMeasureId: spare.id,
    ids: {
      unitId: await make(`/v1/actors/${members[0]?.actorId}/units`, { name: 'Ufficio progetti' }),
      measureId: first.id,
      lineId: line.id,
      voucherId,
      programmeId,
      callId: await make('/v1/calls', { ...callOf(programmeId), code: 'avviso' }),
      expenditureId: await twice(`${path}/expenditures`, () => ({ ...PAYMENT, fundingLineId: line.id })),
      gridId: await twice(`${path}/grids`, (place) => ({ ...GRID, code: `grid-${place}` })),
    },
  };
}

export const VOUCHER = { amountCents: 5_000, issuedOn: '2025-03-01', expiresOn: '2099-12-31' };
export const PROGRESS = { onDay: '2025-06-01', doneShare: 0.25 };
export const PAYMENT = { amountCents: 1, spentOn: '2025-06-01' };
export const GRID = {
  code: 'grid',
  title: { it: 'Griglia' },
  dimensions: [
    {
      code: 'sector',
      title: { it: 'Dimensione' },
      entries: [
        { code: 'firms', title: { it: 'Imprese' } },
        { code: 'third_sector', title: { it: 'Terzo settore' } },
      ],
    },
  ],
};

export const callOf = (programmeId: string) => ({
  programmeId,
  code: 'avviso',
  title: { it: 'Avviso' },
  isCompetitive: true,
  allocations: [{ territory: '015146', amountCents: 1_000 }],
});
