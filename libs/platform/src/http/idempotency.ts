import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Database } from '../database/database.js';
import { keysFor, Settings } from '../settings/settings.js';
import { Seal } from '../settings/seal.js';
import { Ready, Resource, type Answer, type PlainAnswer } from './answers.js';
import { bodyDigest, streamBody } from './body.js';
import { callerOf } from './caller.js';
import { idempotencyKeyInUse, idempotencyKeyReused, invalidParameter } from '../problems/http.problems.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

interface StoredAnswer {
  request_hash: Buffer;
  answer_sealed: Buffer;
}

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/**
 * `Idempotency-Key` on any POST: the effect and the remembered answer are one transaction, so a key is known
 * exactly when its effect happened. Answers other than success are not remembered: nothing happened.
 */
@Injectable()
export class Idempotency {
  private readonly seal: Seal;
  private readonly hashKeys: readonly Buffer[];

  constructor(
    private readonly database: Database,
    settings: Settings,
  ) {
    this.seal = new Seal(keysFor(settings, 'remembered answers'));
    this.hashKeys = keysFor(settings, 'remembered requests');
  }

  /** Does the work, unless it has been done under the key of this request. Part of the request's transaction. */
  async once({ request, response }: Exchange, work: () => Promise<unknown>): Promise<unknown> {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return work();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw invalidParameter({ detail: 'Idempotency-Key takes 1 to 255 visible ASCII characters.' });
    }
    const name = [callerOf(request)?.id ?? '', addressOf(request), key];
    const [lock] = await this.database.query<{ free: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free`,
      [name.join('\n')],
    );
    if (!lock?.free) throw idempotencyKeyInUse();
    const stored = await this.database.one<StoredAnswer>(
      `select request_hash, answer_sealed from idempotency_key
       where principal_id = $1 and route = $2 and key = $3`,
      name,
    );
    if (stored) return this.replay(stored, request);
    const { sent, kept } = bothAnswers(await work(), response);
    await this.keep(name, request, kept);
    return new Ready(sent);
  }

  private async keep(name: string[], request: Request, answer: PlainAnswer): Promise<void> {
    await this.database.query(
      `insert into idempotency_key (principal_id, route, key, request_hash, answer_sealed)
       values ($1, $2, $3, $4, $5)`,
      [...name, this.hashesOf(request)[0], this.seal.close(JSON.stringify(answer))],
    );
  }

  private async replay(stored: StoredAnswer, request: Request): Promise<Answer> {
    // A streamed body has not been read yet; it must be, to know whether it is the same.
    if (!request.readableEnded) for await (const _ of streamBody(request)) continue;
    const isSame = this.hashesOf(request).some((hash) => hash.equals(stored.request_hash));
    const answer = isSame ? this.seal.open(stored.answer_sealed) : undefined;
    if (answer === undefined) throw idempotencyKeyReused();
    const { status, headers, body } = JSON.parse(answer) as PlainAnswer;
    return new Ready({ status, headers: { ...headers, 'Idempotent-Replayed': 'true' }, body });
  }

  /** Keyed: a body may be so short that trying all there are would find it. */
  private hashesOf(request: Request): Buffer[] {
    const type = request.headers['content-type'] ?? '';
    const digest = bodyDigest(request);
    return this.hashKeys.map((key) =>
      createHmac('sha256', key).update(type).update('\n').update(digest).digest(),
    );
  }
}

/** The address as it is meant, however it was spelt: the route with its ids, and the query in order. */
function addressOf(request: Request): string {
  const { path } = request.route as { path: string };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => addressed(request.params[name]));
  const query = new URLSearchParams(request.originalUrl.split('?', 2)[1]);
  query.sort();
  return `${filled}?${query.toString()}`;
}

/** As it would stand in an address: what is no id has not been refused yet, and the database takes no NUL. */
const addressed = (parameter: unknown): string => encodeURIComponent(String(parameter).toLowerCase());

/** What goes out now, and what a repeat gets. */
function bothAnswers(answer: unknown, { statusCode }: Response): { sent: PlainAnswer; kept: PlainAnswer } {
  if (answer instanceof Ready) return { sent: answer.plain, kept: answer.plain };
  const resource = answer instanceof Resource ? answer : new Resource(JSON.stringify(answer ?? null));
  return { sent: resource.plain(statusCode), kept: resource.kept(statusCode) };
}
