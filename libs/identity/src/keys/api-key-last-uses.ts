import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database, Log } from '#platform';

const SWEEP_MS = 20_000;

/** When each key was last used, to the minute. Requests only leave a note; a lost note does no harm. */
@Injectable()
export class LastUses implements OnModuleInit, OnModuleDestroy {
  private readonly noted = new Set<string>();
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  note(keyId: string): void {
    this.noted.add(keyId);
  }

  onModuleInit(): void {
    this.sweep = setInterval(() => void this.write(), SWEEP_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweep);
    await this.write();
  }

  /** At most once a minute for a key, however many processes have seen it. */
  async write(): Promise<void> {
    if (this.noted.size === 0) return;
    const ids = [...this.noted];
    this.noted.clear();
    await this.database
      .query(
        `update api_key set last_used_at = now()
         where id = any($1) and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
        [ids],
      )
      .catch(() => this.log.warn('the last use of some keys is not written'));
  }
}
