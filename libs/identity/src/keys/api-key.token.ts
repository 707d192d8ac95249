import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN = /^patti_([0-9a-f]{32})_([0-9a-f]{64})$/;

export interface KeyMaterial {
  readonly token: string;
  readonly secretHash: Buffer;
}

/** The secret has 256 random bits, so one fast hash is enough: there is nothing to guess. */
export const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A new token for the key with this id. It is shown once; only the hash of its secret is kept. */
export function mintKey(id: string): KeyMaterial {
  const secret = randomBytes(32).toString('hex');
  return { token: `patti_${id.replaceAll('-', '')}_${secret}`, secretHash: hashSecret(secret) };
}

/** The hashes of what opens a key: its secret, and for a while after a rotation the one before. */
export interface Secrets {
  readonly secretHash: Buffer;
  readonly olderSecretHash: Buffer | null;
}

export function opens({ secretHash, olderSecretHash }: Secrets, secret: string): boolean {
  const given = hashSecret(secret);
  return [secretHash, olderSecretHash].some((known) => known !== null && timingSafeEqual(known, given));
}

/** The id and the secret in a token, or nothing when it is not one of ours. */
export function readToken(token: string): { id: string; secret: string } | undefined {
  const [, hex, secret] = TOKEN.exec(token) ?? [];
  if (hex === undefined || secret === undefined) return undefined;
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { id, secret };
}
