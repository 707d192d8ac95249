import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import type { Problem, ProblemOptions } from '../http/problem.js';
import { keyFor, Settings } from '../settings/settings.js';
import { clientAddress } from './client-address.js';
import { Leases, type Allowance } from './leases.js';
import { tooManyRequests, tooManySignIns } from './limit.problems.js';
import { rememberRate } from './rate-headers.js';
import { requestCounter, type RequestCounter } from './request-counter.js';

/** How many requests are answered: of each caller, and of each address that does not say who is calling. */
@Injectable()
export class RequestLimits implements OnModuleInit, OnApplicationShutdown {
  private readonly counter: RequestCounter;
  private readonly requests: Leases | undefined;
  private readonly signIns: Leases | undefined;
  private readonly addressKey: Buffer;

  constructor(settings: Settings) {
    this.counter = requestCounter(settings);
    this.requests = this.leases(settings.rateLimit);
    this.signIns = this.leases(settings.signInFailures);
    this.addressKey = keyFor(settings, 'client addresses');
  }

  onModuleInit(): Promise<void> {
    return this.counter.open();
  }

  onApplicationShutdown(): Promise<void> {
    return this.counter.close();
  }

  /** @throws Problem `too-many-requests` */
  async admit(request: Request, callerId: string): Promise<void> {
    const allowance = await this.requests?.take(`caller:${callerId}`);
    decide(request, 'requests', allowance, tooManyRequests);
  }

  /**
   * Counts a sign-in before it is looked at. The function that is returned takes the count back.
   * @throws Problem `too-many-sign-in-failures`
   */
  async trySignIn(request: Request): Promise<() => void> {
    const { signIns } = this;
    if (signIns === undefined) return () => undefined;
    const allowance = await signIns.take(`address:${this.pseudonym(clientAddress(request))}`);
    decide(request, 'sign-ins', allowance, tooManySignIns);
    return () => signIns.giveBack(allowance);
  }

  private leases(limit: number): Leases | undefined {
    return limit > 0 ? new Leases(limit, this.counter) : undefined;
  }

  /** Addresses are personal data, and are none of the store's business. */
  private pseudonym(address: string): string {
    return createHmac('sha256', this.addressKey).update(address).digest('base64url').slice(0, 22);
  }
}

function decide(
  request: Request,
  policy: string,
  allowance: Allowance | undefined,
  problem: (options: ProblemOptions) => Problem,
): void {
  rememberRate(request, policy, allowance);
  if (allowance?.isGranted === false)
    throw problem({ headers: { 'Retry-After': String(allowance.resetSeconds) } });
}
