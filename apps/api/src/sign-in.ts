import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator } from '#identity';
import { Problem, RequestLimits } from '#platform';

const REMEMBERED = 10_000;

/**
 * Finds out who is calling. A token that nobody knows yet costs the address one of its few tries, before anything is
 * looked up; success gives it back. A token that was good last time costs nothing, so whoever fails again and again
 * shuts out neither an office that shares its address nor itself, once it has found its key.
 */
@Injectable()
export class SignIn {
  /** Hashes of headers that were good; the oldest goes first. */
  private readonly proven = new Set<string>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly limits: RequestLimits,
  ) {}

  async pass(request: Request): Promise<void> {
    if (this.authenticator.recognise(request)) return;
    const mark = markOf(request.headers.authorization);
    const giveBack = this.proven.has(mark) ? undefined : await this.limits.trySignIn(request);
    try {
      await this.authenticator.signIn(request);
    } catch (error) {
      if (isRefusal(error)) this.proven.delete(mark);
      else giveBack?.();
      throw error;
    }
    if (giveBack === undefined) return;
    giveBack();
    this.remember(mark);
  }

  private remember(mark: string): void {
    const [oldest] = this.proven;
    if (this.proven.size >= REMEMBERED && oldest !== undefined) this.proven.delete(oldest);
    this.proven.add(mark);
  }
}

const markOf = (header: string | undefined): string =>
  header === undefined ? '' : hash('sha256', header, 'base64url');

const isRefusal = (error: unknown): boolean => error instanceof Problem && error.kind.status === 401;
