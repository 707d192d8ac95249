import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { KeyedHash } from './keyed-hash.js';

describe('KeyedHash', () => {
  it('is HMAC-SHA-256, for keys of any length', () => {
    const key = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(key, fc.string({ unit: 'grapheme', maxLength: 80 }), (secret, text) => {
        expect(new KeyedHash(secret).of(text)).toBe(createHmac('sha256', secret).update(text).digest('hex'));
      }),
    );
  });

  it('keeps nothing of the text before', () => {
    const keyed = new KeyedHash(Buffer.from('a key'));
    const alone = keyed.of('short');
    keyed.of('a much longer text than the other one');
    expect(keyed.of('short')).toBe(alone);
  });
});
