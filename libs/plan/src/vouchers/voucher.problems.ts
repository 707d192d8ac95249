import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const voucherUsed = defineProblem({
  slug: 'voucher-used',
  status: 409,
  title: 'The voucher has been used already',
  titleIt: 'Il buono è già stato usato',
});
export const voucherExpired = defineProblem({
  slug: 'voucher-expired',
  status: 409,
  title: 'The voucher had expired by this day',
  titleIt: 'A quel giorno il buono era scaduto',
});

mapConstraint('voucher_period_ck', () =>
  invalidRequest([
    { pointer: '/expiresOn', code: 'before-start', detail: 'It expires before it is issued.' },
  ]),
);
