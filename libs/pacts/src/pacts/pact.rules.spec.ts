import fc from 'fast-check';
import {
  isOver,
  mayChangeRatification,
  nextPactStates,
  PACT_STATES,
  refusalOfPactMove,
  takesSignatures,
  type PactState,
} from './pact.rules.js';

const ready = { published: true, inForce: true };
const anyState = fc.constantFrom(...PACT_STATES);
const LISTED = [
  'draft>consultation',
  'consultation>open_for_signature',
  'open_for_signature>active',
  'active>under_review',
  'under_review>active',
  'under_review>renewed',
  'under_review>closed',
];

describe('the states of a pact', () => {
  it('have the listed moves and no other', () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        expect(refusalOfPactMove(from, to, ready) === undefined).toBe(LISTED.includes(`${from}>${to}`));
      }),
    );
  });

  it('are never left by a path with an unlisted step', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 30 }), (wishes) => {
        let state: PactState = 'draft';
        for (const wish of wishes) {
          if (refusalOfPactMove(state, wish, ready)) continue;
          expect(LISTED).toContain(`${state}>${wish}`);
          state = wish;
        }
      }),
    );
  });

  it('can all be reached', () => {
    const reached = new Set<PactState>(['draft']);
    for (const state of reached) nextPactStates(state).forEach((next) => reached.add(next));
    expect(reached.size).toBe(PACT_STATES.length);
  });

  it('open for signature only with a published text, and become active only with one in force', () => {
    const nothing = { published: false, inForce: false };
    expect(refusalOfPactMove('consultation', 'open_for_signature', nothing)).toBe('nothing-published');
    const unsigned = { published: true, inForce: false };
    expect(refusalOfPactMove('consultation', 'open_for_signature', unsigned)).toBeUndefined();
    expect(refusalOfPactMove('open_for_signature', 'active', unsigned)).toBe('not-ratified');
  });

  it('say when a pact is over, takes signatures, or may still change how it is ratified', () => {
    expect(PACT_STATES.filter(isOver)).toEqual(['renewed', 'closed']);
    expect(PACT_STATES.filter(takesSignatures)).toEqual(['open_for_signature', 'active', 'under_review']);
    expect(PACT_STATES.filter(mayChangeRatification)).toEqual(['draft', 'consultation']);
  });
});
