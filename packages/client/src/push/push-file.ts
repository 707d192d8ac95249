import type { PattiClient } from '../http/patti-client.js';
import { Refusal } from '../http/refusal.js';
import { FaultsFile } from './faults-file.js';
import { faultsOf } from './faults.js';
import { filePartsOf, type Reading } from './file-parts.js';
import type { Part } from './part.js';
import { fingerprintOf, PushState, type Counts, type Progress } from './push-state.js';
import { sendPart, type Batch, type Target } from './send-part.js';

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
  const { reading, target, url, faultsPath } = push;
  const { source: named, parts } = await filePartsOf(reading);
  const query: Target['query'] = { ...(named !== undefined && { source: named }), ...target.query };
  const { file, ...manner } = reading;
  const withFaults = faultsPath !== undefined;
  const fingerprint = await fingerprintOf(file, { ...target, query, url, manner, withFaults });
  const state = new PushState(file, fingerprint, push.stateFolder);
  const before = await state.open();
  const faultsFile =
    faultsPath === undefined ? undefined : await FaultsFile.open(faultsPath, before.faultsBytes);
  let progress = before;
  let refused = false;
  try {
    for await (const part of parts) {
      if (part.number > before.partsDone) {
        const batch = await sendPart(
          client,
          { ...target, query },
          part,
          state.idempotencyKey(progress, part.number),
        );
        refused ||= query['mode'] === 'atomic' && batch.status === 'failed';
        progress = await after(progress, part, batch, faultsFile);
        await state.keep(progress);
      }
      push.onPart({ rows: part.rows, bytes: Buffer.byteLength(part.body) });
    }
  } finally {
    await faultsFile?.close();
  }
  await state.forget();
  return { ...progress, resumedAfter: before.partsDone, refused };
}

async function after(progress: Progress, part: Part, batch: Batch, file?: FaultsFile): Promise<Progress> {
  if (batch.counts.received !== part.rows)
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
  const names = Object.keys(one) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Counts;
}
