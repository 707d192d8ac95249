import type { Duplex } from 'node:stream';
import pg from 'pg';

/** A connection that knows since when it has been waiting for the server. */
export class WatchedClient extends pg.Client {
  /** In milliseconds, as `Date.now()`; undefined while it waits for nothing. */
  waitingSince: number | undefined;

  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('drain', () => (this.waitingSince = undefined));
  }

  override query(...parameters: unknown[]): never {
    this.waitingSince ??= Date.now();
    return super.query(...(parameters as [string])) as never;
  }

  /** Of the server's process at the other end. */
  get serverProcess(): number | undefined {
    return (this as unknown as { readonly processID: number | null }).processID ?? undefined;
  }

  /** Whoever waits for an answer learns that there will be none. */
  cutOff(): void {
    (this as unknown as { readonly connection: { readonly stream: Duplex } }).connection.stream.destroy();
  }
}
