import { mayActFor, mayTakeRole, signs } from './member.rules.js';

describe('a member', () => {
  it('signs as promoter or signatory, not as supporter or observer', () => {
    expect(signs('promoter') && signs('signatory')).toBe(true);
    expect(signs('supporter') || signs('observer')).toBe(false);
  });

  it('takes any role before it has signed, and another signing one after', () => {
    expect(mayTakeRole('joined', 'observer')).toBe(true);
    expect(mayTakeRole('signed', 'promoter')).toBe(true);
    expect(mayTakeRole('signed', 'observer')).toBe(false);
    expect(mayTakeRole('withdrawing', 'promoter')).toBe(false);
  });

  it('is spoken for by its own key and by the secretariat', () => {
    expect(mayActFor({ kind: 'member', actorId: 'a' }, 'a')).toBe(true);
    expect(mayActFor({ kind: 'member', actorId: 'b' }, 'a')).toBe(false);
    expect(mayActFor({ kind: 'coordinator' }, 'a')).toBe(true);
    expect(mayActFor({ kind: 'partner' }, 'a')).toBe(false);
  });
});
