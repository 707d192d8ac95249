import autocannon from 'autocannon';

export interface Load {
  readonly name: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

interface Measured {
  readonly perSecond: number;
  readonly p99: number;
}

const CONNECTIONS = 10;

/**
 * Ours and the reference in turn, so that both meet the same minute of the machine; the median of the ratios counts.
 */
export async function compare(ours: Load, reference: Load, rounds: number, seconds: number) {
  const ratios: number[] = [];
  const own: Measured[] = [];
  const other: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    other.push(await measure(reference, seconds));
    own.push(await measure(ours, seconds));
    ratios.push((own.at(-1)?.perSecond ?? 0) / (other.at(-1)?.perSecond ?? 1));
  }
  return {
    ratio: median(ratios),
    ours: median(own.map(({ perSecond }) => perSecond)),
    reference: median(other.map(({ perSecond }) => perSecond)),
    p99Ratio: median(own.map(({ p99 }) => p99)) / Math.max(median(other.map(({ p99 }) => p99)), 1),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long one who asks alone waits for half of the answers, in milliseconds. */
export async function aloneMs({ name: _name, ...load }: Load): Promise<number> {
  const { latency } = await autocannon({ ...load, connections: 1, duration: 1 });
  return latency.p50;
}

async function measure({ name, ...load }: Load, seconds: number): Promise<Measured> {
  const result = await autocannon({ ...load, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0 && result['3xx'] === 0)
    throw new Error(`${name}: ${result.non2xx} answers were not a success`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}
