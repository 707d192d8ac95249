import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { temporarilyUnavailable } from '#platform';

/** In the thread: Graphviz, compiled to WebAssembly, takes DOT and gives SVG. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.graphviz)
    .then(({ Graphviz }) => Graphviz.load())
    .then((graphviz) => parentPort.postMessage(graphviz.dot(workerData.dot, 'svg')));`;

/** No tree within its bounds takes so long; what does is given up. */
const LONGEST_MS = 8_000;
const MOST_WAITING = 20;

/** What Graphviz puts before the drawing names a document type of another server, which no reader needs. */
const PROLOGUE = /^[\s\S]*?(?=<svg)/;

/** Layout is long work: each drawing has a thread, so that requests go on meanwhile, and there is one at a time. */
@Injectable()
export class Drawings implements OnModuleDestroy {
  private thread: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws Problem `temporarily-unavailable` where too many wait, or a drawing takes too long */
  async svgOf(dot: string): Promise<string> {
    if (this.waiting >= MOST_WAITING) throw temporarilyUnavailable();
    this.waiting += 1;
    const drawn = this.last.then(() => this.draw(dot));
    this.last = drawn;
    const svg = await drawn;
    this.waiting -= 1;
    if (svg === undefined) throw temporarilyUnavailable();
    return svg.replace(PROLOGUE, '');
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread?.terminate();
  }

  /** Nothing where the thread fails, or is silent for too long. */
  private async draw(dot: string): Promise<string | undefined> {
    const graphviz = import.meta.resolve('@hpcc-js/wasm-graphviz');
    const thread = new Worker(PROGRAM, { eval: true, workerData: { graphviz, dot } });
    this.thread = thread;
    const svg = await new Promise<string | undefined>((resolve) => {
      const timer = setTimeout(resolve, LONGEST_MS, undefined);
      thread.once('message', resolve);
      thread.once('error', () => resolve(undefined));
      thread.once('exit', () => {
        clearTimeout(timer);
        resolve(undefined);
      });
    });
    await thread.terminate();
    return svg;
  }
}
