import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Authenticated encryption of short texts that rest in the database. Layout: nonce, tag, cipher text. The first key
 * closes, each of them opens.
 */
export class Seal {
  constructor(private readonly keys: readonly Buffer[]) {}

  close(text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.keys[0]!, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Nothing when it was closed under none of the keys, or has been altered. */
  open(sealed: Buffer): string | undefined {
    for (const key of this.keys) {
      const text = openedWith(key, sealed);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

function openedWith(key: Buffer, sealed: Buffer): string | undefined {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8');
  try {
    return text + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
