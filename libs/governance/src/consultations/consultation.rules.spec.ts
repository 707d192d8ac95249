import {
  CONSULTATION_STATES,
  nextConsultationStates,
  refusalOfConsultationMove,
} from './consultation.rules.js';

const OPEN = { state: 'open', startsOn: '2026-03-01', endsOn: '2026-03-31', hasSynthesis: true } as const;

describe('a consultation', () => {
  it('opens on its first day and closes on its last, not before', () => {
    const planned = { ...OPEN, state: 'planned' } as const;
    expect(refusalOfConsultationMove(planned, 'open', '2026-02-28')).toBe('too-early');
    expect(refusalOfConsultationMove(planned, 'open', '2026-03-01')).toBeUndefined();
    expect(refusalOfConsultationMove(OPEN, 'closed', '2026-03-30')).toBe('too-early');
    expect(refusalOfConsultationMove(OPEN, 'closed', '2026-03-31')).toBeUndefined();
  });

  it('closes with a synthesis', () => {
    const silent = { ...OPEN, hasSynthesis: false };
    expect(refusalOfConsultationMove(silent, 'closed', '2026-04-01')).toBe('no-synthesis');
    expect(refusalOfConsultationMove(silent, 'cancelled', '2026-04-01')).toBeUndefined();
  });

  it('moves nowhere but where the list of moves says', () => {
    for (const state of CONSULTATION_STATES) {
      for (const to of CONSULTATION_STATES) {
        const refusal = refusalOfConsultationMove({ ...OPEN, state }, to, '2026-12-31');
        expect(refusal).toBe(nextConsultationStates(state).includes(to) ? undefined : 'unlisted');
      }
    }
  });
});
