import fc from 'fast-check';
import { Leases, type Allowance, type Counter } from './leases.js';

const WINDOW_MS = 60_000;

/** The clock of a test, and a store that counts by it; an answer takes `delay`. */
class FakeStore implements Counter {
  now = 0;
  delay = 0;
  asked = 0;
  private readonly windows = new Map<string, { points: number; endsAt: number }>();

  async add(key: string, points: number) {
    this.asked += 1;
    const counted = this.windowOf(key);
    counted.points += points;
    const answer = { points: counted.points, endsInMs: counted.endsAt - this.now };
    this.now += this.delay;
    return answer;
  }

  /** The window in force, which begins now when there is none. */
  windowOf(key: string) {
    const known = this.windows.get(key);
    if (known !== undefined && known.endsAt > this.now) return known;
    const begun = { points: 0, endsAt: this.now + WINDOW_MS };
    this.windows.set(key, begun);
    return begun;
  }
}

const leasesOn = (store: FakeStore, limit: number) => new Leases(limit, store, () => store.now);

async function takeMany(leases: Leases, count: number, key = 'k'): Promise<Allowance[]> {
  return Promise.all(Array.from({ length: count }, () => leases.take(key)));
}
const granted = (allowances: readonly Allowance[]): number =>
  allowances.filter(({ isGranted }) => isGranted).length;

describe('leases of a limit', () => {
  it.each([1, 3, 49, 50, 51, 149, 6_000])('grant exactly %d requests in a window', async (limit) => {
    const leases = leasesOn(new FakeStore(), limit);
    expect(granted(await takeMany(leases, limit + 100))).toBe(limit);
  });

  it('ask the store some fifty times in a window, however many requests come', async () => {
    const store = new FakeStore();
    await takeMany(leasesOn(store, 6_000), 20_000);
    expect(store.asked).toBe(50);
  });

  it('count each key for itself', async () => {
    const leases = leasesOn(new FakeStore(), 10);
    expect(granted(await takeMany(leases, 20, 'one'))).toBe(10);
    expect(granted(await takeMany(leases, 20, 'other'))).toBe(10);
  });

  it('tell what is left and when all is there again', async () => {
    const store = new FakeStore();
    const leases = leasesOn(store, 100);
    expect(await leases.take('k')).toMatchObject({
      isGranted: true,
      limit: 100,
      remaining: 99,
      resetSeconds: 60,
    });
    store.now += 59_500;
    expect(await leases.take('k')).toMatchObject({ remaining: 98, resetSeconds: 1 });
    store.now += 500;
    expect(await leases.take('k')).toMatchObject({ remaining: 99, resetSeconds: 60 });
  });

  it('take back what was given, in its own window only', async () => {
    const store = new FakeStore();
    const leases = leasesOn(store, 1);
    const first = await leases.take('k');
    leases.giveBack(first);
    expect(granted(await takeMany(leases, 5))).toBe(1);
    store.now += WINDOW_MS;
    const next = await takeMany(leases, 1);
    leases.giveBack(first);
    expect([granted(next), granted(await takeMany(leases, 5))]).toEqual([1, 0]);
  });

  it('never grant more than the limit, whatever several processes do and however slow the store is', async () => {
    const step = fc.record({
      process: fc.nat({ max: 2 }),
      requests: fc.integer({ min: 1, max: 40 }),
      pause: fc.nat({ max: 25_000 }),
      delay: fc.nat({ max: 2_000 }),
    });
    const limits = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 50, max: 200 }));
    await fc.assert(
      fc.asyncProperty(limits, fc.array(step, { maxLength: 40 }), async (limit, steps) => {
        const store = new FakeStore();
        const processes = [leasesOn(store, limit), leasesOn(store, limit), leasesOn(store, limit)];
        const inWindow = new Map<number, number>();
        for (const { process, requests, pause, delay } of steps) {
          store.delay = delay;
          for (let each = 0; each < requests; each++) {
            const { isGranted } = await processes[process]!.take('k');
            const { endsAt } = store.windowOf('k');
            if (isGranted) inWindow.set(endsAt, (inWindow.get(endsAt) ?? 0) + 1);
          }
          store.now += pause;
        }
        for (const count of inWindow.values()) expect(count).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
