import { isUuid, uuidv7 } from './uuid.js';

describe('uuidv7', () => {
  it('ascends within a process and never repeats', () => {
    const ids = Array.from({ length: 20_000 }, uuidv7);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has version 7, the variant of the RFC and the time it was made', () => {
    const before = Date.now();
    const id = uuidv7();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
    expect(isUuid(id)).toBe(true);
  });
});

describe('isUuid', () => {
  it.each([
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '018f2a3c-0000-7000-8000-0123456789ab',
  ])('accepts %s', (text) => {
    expect(isUuid(text)).toBe(true);
  });

  it.each(['', '018f2a3c000070008000-0123456789ab', '018f2a3c-0000-7000-8000-0123456789ag', 7, undefined])(
    'refuses %p',
    (value) => {
      expect(isUuid(value)).toBe(false);
    },
  );
});
