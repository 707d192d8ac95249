import { hash } from 'node:crypto';
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
/** Of different drawings: who asks for one that is under way waits for that one. */
const MOST_WAITING = 20;
/** A large tree takes seconds to draw and is asked for again, unchanged, by everyone who looks at it. */
const MOST_KEPT = 20;
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
  private readonly underWay = new Map<string, Promise<string>>();
  /** The one asked for least lately comes first. */
  private readonly kept = new Map<string, string>();

  /** @throws Problem `temporarily-unavailable` where too many wait, or a drawing takes too long */
  async svgOf(dot: string): Promise<string> {
    const name = hash('sha256', dot, 'base64');
    const svg = this.kept.get(name) ?? (await (this.underWay.get(name) ?? this.queue(name, dot)));
    this.keep(name, svg);
    return svg;
  }

  private queue(name: string, dot: string): Promise<string> {
    if (this.underWay.size >= MOST_WAITING) throw temporarilyUnavailable();
    const drawn = this.after(this.last, name, dot);
    this.underWay.set(name, drawn);
    // The next one waits for the end of this one, whatever the end is.
    this.last = drawn.catch(() => undefined);
    return drawn;
  }

  private async after(previous: Promise<unknown>, name: string, dot: string): Promise<string> {
    await previous;
    try {
      const svg = await this.draw(dot);
      if (svg === undefined) throw temporarilyUnavailable();
      return svg.replace(PROLOGUE, '');
    } finally {
      this.underWay.delete(name);
    }
  }

  private keep(name: string, svg: string): void {
    this.kept.delete(name);
    this.kept.set(name, svg);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
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

  protected begin(): Worker {
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
