import type { Client, Identified } from './client.js';
import { inParallel } from './pool.js';

interface KeyWish {
  readonly kind: 'coordinator' | 'member' | 'partner' | 'dashboard';
  readonly name: string;
  readonly pacts: readonly string[];
  readonly actorId?: string;
  readonly scopes?: readonly string[];
}

const WORKING_HOURS = 12;

/** The keys the demo works with. They stop working when it is done, and by themselves soon after. */
export class KeyRing {
  private readonly working: string[] = [];

  constructor(private readonly admin: Client) {}

  async client(wish: KeyWish): Promise<Client> {
    const expiresAt = new Date(Date.now() + WORKING_HOURS * 3_600_000).toISOString();
    const made = await this.make({ ...wish, expiresAt });
    this.working.push(made.id);
    return this.admin.as(made.key);
  }

  /** A key that stays, for the person who looks at the result. */
  async lasting(wish: KeyWish): Promise<string> {
    return (await this.make(wish)).key;
  }

  /** What cannot be revoked now, because the service is gone, expires. */
  async revokeWorking(): Promise<void> {
    const revoke = (id: string) => this.admin.delete(`/v1/api-keys/${id}`);
    await inParallel(this.working.splice(0), 8, revoke).catch(() => undefined);
  }

  private make(
    wish: KeyWish & { readonly expiresAt?: string },
  ): Promise<Identified & { readonly key: string }> {
    return this.admin.post('/v1/api-keys', wish);
  }
}
