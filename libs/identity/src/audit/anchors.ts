import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Head } from './chain.rules.js';

/** The head of a chain at some instant, kept where the database cannot reach. */
export interface Anchor extends Head {
  readonly at: string;
  readonly pactId: string;
}

const SHAPE = /^\{"at":"[^"]+","pactId":"[0-9a-f-]{36}","seq":\d+,"hash":"[0-9a-f]{64}"\}$/;

/** Adds one line for each anchor, and comes back when they are on the disk. */
export async function appendAnchors(file: string, anchors: readonly Anchor[]): Promise<void> {
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.appendFile(anchors.map(lineOf).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const lineOf = ({ at, pactId, seq, hash }: Anchor): string =>
  `${JSON.stringify({ at, pactId, seq, hash })}\n`;

/** @throws Error when there is no such file, or it holds something else than anchors. */
export async function* readAnchors(file: string): AsyncGenerator<Anchor> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (!SHAPE.test(line)) throw new Error(`line ${number} of ${file} is no anchor`);
    yield JSON.parse(line) as Anchor;
  }
}
