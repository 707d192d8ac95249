import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EVERY_PACT } from '#platform';
import type { Anchor } from './anchors.js';
import { AuditQueries } from './audit.queries.js';
import {
  BEGINNING,
  breakAtAnchor,
  breaksAt,
  type ChainBreak,
  type Digest,
  type Head,
} from './chain.rules.js';

const STRETCH = 1_000;

/** A break, and the chain it is in. */
export interface FoundBreak extends ChainBreak {
  readonly pactId: string;
  /** The instant of the anchor that tells of it. */
  readonly anchoredAt?: string;
}

export interface Verification {
  chains: number;
  entries: number;
  anchors: number;
}

const digest: Digest = (prevHash, text) =>
  createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(text).digest('hex');

/** Reads every chain from its beginning, a stretch at a time, and then what was anchored of it. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly queries: AuditQueries) {}

  async verify(anchors: AsyncIterable<Anchor>, tell: (found: FoundBreak) => void): Promise<Verification> {
    const done = { chains: 0, entries: 0, anchors: 0 };
    for (const pactId of [EVERY_PACT, ...(await this.queries.pactIds())]) {
      done.entries += await this.chain(pactId, tell);
      done.chains += 1;
    }
    for await (const { pactId, at, ...head } of anchors) {
      const broken = breakAtAnchor(head, await this.queries.hashOf(pactId, head.seq));
      if (broken !== undefined) tell({ ...broken, pactId, anchoredAt: at });
      done.anchors += 1;
    }
    return done;
  }

  private async chain(pactId: string, tell: (found: FoundBreak) => void): Promise<number> {
    let head: Head = BEGINNING;
    let entries = 0;
    for (;;) {
      const stretch = await this.queries.stretch(pactId, head.seq, STRETCH);
      for (const entry of stretch) {
        for (const broken of breaksAt(head, entry, digest)) tell({ ...broken, pactId });
        head = entry;
      }
      entries += stretch.length;
      if (stretch.length < STRETCH) return entries;
    }
  }
}
