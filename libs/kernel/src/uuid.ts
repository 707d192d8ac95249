const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const RANDOM_BYTES_EACH = 10;

const pool = new Uint8Array(RANDOM_BYTES_EACH * 512);
let taken = pool.length;
let lastInstant = 0;
let sequence = 0;

/** The shape of a UUID, in lower or upper case; which version it is does not matter. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && FORM.test(value);
}

/** A UUIDv7 (RFC 9562). Those of one process ascend: a counter of 12 bits orders the ones of a millisecond. */
export function uuidv7(): string {
  const random = nextRandom();
  const instant = tick((byteAt(random, 0) << 3) | (byteAt(random, 1) >> 5));
  const time = instant.toString(16).padStart(12, '0');
  const counter = sequence.toString(16).padStart(3, '0');
  const variant = HEX[(byteAt(random, 2) & 0x3f) | 0x80];
  let tail = '';
  for (let index = 4; index < RANDOM_BYTES_EACH; index += 1) tail += HEX[byteAt(random, index)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${HEX[byteAt(random, 3)]}-${tail}`;
}

/** Moves the clock on; a counter that runs over borrows a millisecond of the future. */
function tick(seed: number): number {
  const now = Date.now();
  if (now > lastInstant) {
    lastInstant = now;
    sequence = seed;
  } else if (sequence === 0xfff) {
    lastInstant += 1;
    sequence = 0;
  } else {
    sequence += 1;
  }
  return lastInstant;
}

function nextRandom(): number {
  if (taken + RANDOM_BYTES_EACH > pool.length) {
    globalThis.crypto.getRandomValues(pool);
    taken = 0;
  }
  taken += RANDOM_BYTES_EACH;
  return taken - RANDOM_BYTES_EACH;
}

function byteAt(start: number, offset: number): number {
  return pool[start + offset] ?? 0;
}
