/** Requests are counted minute by minute. */
export const WINDOW_SECONDS = 60;

/** Counts points of keys for all processes together, in windows that begin with the first point. */
export interface Counter {
  /** Adds points, and tells how many there are now and when the window ends. */
  add(key: string, points: number): Promise<{ points: number; endsInMs: number }>;
}

export interface Allowance {
  readonly isGranted: boolean;
  readonly limit: number;
  /** As far as this process knows: what others have used since it last asked is not in it. */
  readonly remaining: number;
  readonly resetSeconds: number;
  readonly lease: Lease;
}

interface Lease {
  /** Counted already, and still to be given out by this process. */
  left: number;
  /** Counted by nobody yet. */
  unclaimed: number;
  readonly endsAt: number;
}

/** A process asks the counter this often for each caller and window, unless the limit is smaller. */
const CLAIMS_A_WINDOW = 50;
const MOST_KEYS = 20_000;

/**
 * A limit that holds over all processes, and that hardly any request has to ask the shared counter about: each process
 * claims a part of the limit and gives it out until the window ends. What it claimed and nobody wanted is lost to the
 * caller, never given twice.
 */
export class Leases {
  private readonly leases = new Map<string, Lease>();
  private readonly claims = new Map<string, Promise<void>>();
  private readonly share: number;

  constructor(
    private readonly limit: number,
    private readonly counter: Counter,
    private readonly now = (): number => performance.now(),
  ) {
    this.share = Math.max(1, Math.floor(limit / CLAIMS_A_WINDOW));
  }

  async take(key: string): Promise<Allowance> {
    for (;;) {
      const lease = this.current(key);
      if (lease !== undefined && (lease.left > 0 || lease.unclaimed <= 0)) return this.from(lease);
      await this.claim(key);
    }
  }

  /** Undoes a take. In a window that has ended meanwhile it changes nothing. */
  giveBack({ lease }: Allowance): void {
    lease.left += 1;
  }

  private from(lease: Lease): Allowance {
    const isGranted = lease.left > 0;
    if (isGranted) lease.left -= 1;
    const remaining = lease.left + Math.max(0, lease.unclaimed);
    const resetSeconds = Math.max(1, Math.ceil((lease.endsAt - this.now()) / 1_000));
    return { isGranted, limit: this.limit, remaining, resetSeconds, lease };
  }

  private current(key: string): Lease | undefined {
    const lease = this.leases.get(key);
    return lease !== undefined && lease.endsAt > this.now() ? lease : undefined;
  }

  /** Requests that find nothing left wait for one claim together. */
  private claim(key: string): Promise<void> {
    const underway = this.claims.get(key);
    if (underway !== undefined) return underway;
    const claim = this.ask(key).finally(() => this.claims.delete(key));
    this.claims.set(key, claim);
    return claim;
  }

  private async ask(key: string): Promise<void> {
    const askedAt = this.now();
    const { points, endsInMs } = await this.counter.add(key, this.share);
    const left = Math.max(0, Math.min(this.share, this.limit - (points - this.share)));
    const unclaimed = this.limit - points;
    const lease = this.current(key);
    // A lease that is still good belongs to the same window, for ours end no later than the counter's.
    if (lease !== undefined) Object.assign(lease, { left: lease.left + left, unclaimed });
    else this.remember(key, { left, unclaimed, endsAt: askedAt + endsInMs });
  }

  private remember(key: string, lease: Lease): void {
    this.leases.delete(key);
    const [oldest] = this.leases.keys();
    if (this.leases.size >= MOST_KEYS && oldest !== undefined) this.leases.delete(oldest);
    this.leases.set(key, lease);
  }
}
