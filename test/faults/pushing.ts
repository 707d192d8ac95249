import { Random } from '../../apps/demo/src/generator/random.js';

export interface Counts {
  readonly received: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly rejected: number;
}

export interface Acknowledgement {
  readonly id: string;
  readonly status: string;
  readonly counts: Counts;
}

export interface Batch {
  /** Every record of it has an external id that begins with this name and a colon. */
  readonly name: string;
  readonly body: string;
  readonly fit: number;
  readonly unfit: number;
  /** What the partner was told; absent when it cannot know what became of the batch. */
  acknowledged?: Acknowledgement;
}

const PEOPLE = 2_000;
const KINDS = ['participant', 'pathway', 'employment'] as const;
const FIELDS = {
  participant: { sex: 'F', birthYear: 1985, targetGroups: ['neet'] },
  pathway: { startedOn: '2025-03-01', entryStatus: 'unemployed' },
  employment: { startedOn: '2025-05-01', contract: 'A.01.00', hoursPerWeek: 22.75 },
};
/** A batch over 5,000 rows is stored in more than one round of statements. */
type Sizes = readonly (readonly [number, number])[];
const SIZES: Sizes = [
  [50, 3],
  [1_200, 3],
  [6_500, 1],
];

/** A partner system that pushes batch after batch until it gets no answer. It remembers all it sent, as partners do. */
export class PushingPartner {
  readonly batches: Batch[] = [];
  private readonly random: Random;

  constructor(
    private readonly name: string,
    seed: number,
    private readonly sizes = SIZES,
  ) {
    this.random = Random.of(seed, name);
  }

  async pushUntilSilence(url: string, key: string): Promise<void> {
    let answered = true;
    while (answered) {
      const batch = this.next();
      this.batches.push(batch);
      answered = await push(url, key, batch).then(
        (acknowledged) => {
          batch.acknowledged = acknowledged;
          return true;
        },
        () => false,
      );
    }
  }

  /** Records of all kinds about few people, so that partners meet at the same ones; some records do not fit. */
  next(): Batch {
    const name = `${this.name}-${this.batches.length}`;
    const size = this.random.weighted(this.sizes);
    const unfit = size / 50;
    const rows = Array.from({ length: size }, (_, index) =>
      this.record(`${name}:${index}`, index % 50 === 7),
    );
    return { name, body: rows.map((row) => JSON.stringify(row)).join('\n'), fit: size - unfit, unfit };
  }

  private record(externalId: string, isUnfit: boolean): object {
    const kind = this.random.pick(KINDS);
    const participant = { scheme: 'test', value: `person ${this.random.whole(1, PEOPLE)}` };
    return { kind, externalId, participant, ...FIELDS[kind], ...(isUnfit && { confirmedOn: '2026-02-30' }) };
  }
}

/** Pushes a batch; fails when it was not taken. */
export async function push(
  url: string,
  key: string,
  batch: Batch,
  headers: Readonly<Record<string, string>> = {},
): Promise<Acknowledgement> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/x-ndjson', ...headers },
    body: batch.body,
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as Acknowledgement;
}
