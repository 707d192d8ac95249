import type { PattiClient } from '../http/patti-client.js';
import { Refusal } from '../http/refusal.js';
import type { Batch } from './batch-results.js';
import { FaultsFile } from './faults-file.js';
import { faultsOf } from './faults.js';
import { filePartsOf, type Reading } from './file-parts.js';
import type { Part } from './part.js';
import { fingerprintOf, PushState, type Counts, type Progress } from './push-state.js';
import { sendPart, type Target } from './send-part.js';

const FIRST_FAULTS = 20;

export interface Push {
  readonly reading: Reading;
  readonly url: string;
  readonly target: Target;
  /** Where all faults go, if they are asked for. */
  readonly faultsPath?: string | undefined;
  readonly stateFolder?: string | undefined;
  /** After each part, sent now or before. */
  readonly onPart: (done: { readonly rows: number; readonly bytes: number }) => void;
}

export interface Pushed extends Progress {
  /** Parts that an earlier push had sent. */
  readonly resumedAfter: number;
  /** An atomic batch was refused: nothing was stored. */
  readonly refused: boolean;
}

/** Sends a file part after part. Whatever interrupts it, the same call goes on after the last part that was answered. */
export async function pushFile(client: PattiClient, push: Push): Promise<Pushed> {
  const { source, parts } = await filePartsOf(push.reading);
  const target = { ...push.target, query: { ...(source !== undefined && { source }), ...push.target.query } };
  const state = await stateOf(push, target);
  const before = await state.open();
  const faultsFile = push.faultsPath && (await FaultsFile.open(push.faultsPath, before.faultsBytes));
  const run: Run = { client, target, state, before, ...(faultsFile && { faultsFile }), onPart: push.onPart };
  try {
    const pushed = await sendAll(run, parts);
    await state.forget();
    return pushed;
  } finally {
    await run.faultsFile?.close();
  }
}

interface Run {
  readonly client: PattiClient;
  readonly target: Target;
  readonly state: PushState;
  readonly before: Progress;
  readonly faultsFile?: FaultsFile;
  readonly onPart: Push['onPart'];
}

async function stateOf({ reading, url, faultsPath, stateFolder }: Push, target: Target): Promise<PushState> {
  const { file, ...manner } = reading;
  const options = { url, target, manner, withFaults: faultsPath !== undefined };
  return new PushState(file, await fingerprintOf(file, options), stateFolder);
}

async function sendAll(run: Run, parts: AsyncIterable<Part>): Promise<Pushed> {
  const { before } = run;
  let progress = before;
  let refused = false;
  for await (const part of parts) {
    if (part.number > before.partsDone) {
      const batch = await sendOne(run, part);
      refused ||= batch.mode === 'atomic' && batch.status === 'failed';
      progress = await after(progress, part, batch, run.faultsFile);
      await run.state.keep(progress);
    }
    run.onPart({ rows: part.rows ?? 0, bytes: Buffer.byteLength(part.body) });
  }
  return { ...progress, resumedAfter: before.partsDone, refused };
}

async function sendOne({ client, target, state, before }: Run, part: Part): Promise<Batch> {
  try {
    return await sendPart(client, target, part, state.idempotencyKey(before, part.number));
  } catch (error) {
    // Nothing was taken, so there is nothing to go on with.
    if (error instanceof Refusal && part.number === 1) await state.forget();
    throw error;
  }
}

async function after(progress: Progress, part: Part, batch: Batch, file?: FaultsFile): Promise<Progress> {
  if (part.rows !== undefined && batch.counts.received !== part.rows)
    throw new Refusal(200, {
      title: `${part.rows} rows were sent and ${batch.counts.received} were counted`,
    });
  const faults = faultsOf(part, batch.results);
  return {
    ...progress,
    partsDone: part.number,
    counts: sum(progress.counts, batch.counts),
    faults: progress.faults + faults.length,
    firstFaults: [...progress.firstFaults, ...faults].slice(0, FIRST_FAULTS),
    faultsBytes: (await file?.add(faults)) ?? 0,
  };
}

function sum(one: Counts, other: Counts): Counts {
  const names = Object.keys({ ...one, ...other }) as (keyof Counts)[];
  return Object.fromEntries(
    names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]),
  ) as unknown as Counts;
}
