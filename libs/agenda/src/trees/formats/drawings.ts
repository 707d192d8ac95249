import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { temporarilyUnavailable } from '#platform';

/** In the thread: Graphviz, compiled to WebAssembly, takes DOT and gives SVG. What it cannot draw ends it. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const loading = import(workerData).then(({ Graphviz }) => Graphviz.load());
  parentPort.on('message', async (dot) => parentPort.postMessage((await loading).dot(dot, 'svg')));`;

/** No tree within its bounds takes so long; what does is given up. */
const LONGEST_MS = 8_000;
const MOST_WAITING = 20;
/** So long a thread waits for the next drawing: to begin one takes longer than to draw. */
const IDLE_MS = 60_000;

/** What Graphviz puts before the drawing names a document type of another server, which no reader needs. */
const PROLOGUE = /^[\s\S]*?(?=<svg)/;

/** Layout is long work, so it is done in a thread, and requests go on meanwhile. There is one drawing at a time. */
@Injectable()
export class Drawings implements OnModuleDestroy {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
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

  onModuleDestroy(): Promise<void> {
    return this.end();
  }

  /** Where the thread gives nothing, the next drawing gets another one. */
  private async draw(dot: string): Promise<string | undefined> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.begin());
    const svg = await answerOf(thread, dot);
    if (svg === undefined) await this.end();
    else this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    return svg;
  }

  private begin(): Worker {
    const workerData = import.meta.resolve('@hpcc-js/wasm-graphviz');
    const thread = new Worker(PROGRAM, { eval: true, workerData });
    thread.unref();
    // Also while nobody waits for it: an error that nobody listens to would end the program.
    const forget = (): void => {
      if (this.thread === thread) this.thread = undefined;
    };
    return thread.on('error', forget).on('exit', forget);
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/** Nothing where it fails, ends, or takes too long. */
function answerOf(thread: Worker, dot: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const settle = (svg?: string): void => {
      clearTimeout(timer);
      thread.off('message', settle).off('error', fail).off('exit', fail);
      resolve(svg);
    };
    const fail = (): void => settle();
    const timer = setTimeout(fail, LONGEST_MS);
    thread.on('message', settle).on('error', fail).on('exit', fail).postMessage(dot, []);
  });
}
