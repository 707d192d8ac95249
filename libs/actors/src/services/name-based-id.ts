import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('8f1d2b6a54c94b0e9a3e6d7c2f5b1a90', 'hex');

/** A UUID of version 5 (RFC 9562): the same words make the same id, so directories find again what they have seen. */
export function nameBasedId(...words: readonly string[]): string {
  const digest = createHash('sha1').update(NAMESPACE).update(JSON.stringify(words)).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
