/**
 * A kind of work done outside a request. A value: which queue, and when by itself.
 * Job data holds ids only, because queues keep it in clear text.
 */
export interface JobKind<Data extends JobData = JobData> {
  readonly name: string;
  readonly queue: string;
  /** Cron pattern in Europe/Rome; a scheduled job gets no data. */
  readonly schedule?: string;
  /** Carries the type of the data only. */
  readonly data?: Data;
}

export type JobData = Readonly<Record<string, string>>;

/** At-least-once: `handle` may run twice for one job, and must leave the same behind. */
export interface JobHandler<Data extends JobData = JobData> {
  readonly job: JobKind<Data>;
  handle(data: Data): Promise<void>;
  /** Nobody will try it again; `code` says why. Part of the transaction that makes a dead letter of the job. */
  givenUp?(data: Data, code: string): Promise<void>;
}

const known = new Map<string, JobKind>();

export function defineJob<Data extends JobData = Record<never, string>>(job: JobKind<Data>): JobKind<Data> {
  if (known.has(job.name)) throw new Error(`job ${job.name} is defined twice`);
  known.set(job.name, job);
  return job;
}

export const allJobKinds = (): JobKind[] => [...known.values()];
