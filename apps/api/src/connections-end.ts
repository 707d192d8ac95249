import type { Server } from 'node:http';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const SWEEP_MS = 100;
const LONGEST_MS = 20_000;

/** Requests under way are answered before the end; idle connections and callers that never finish do not hold it up. */
@Injectable()
export class ConnectionsEnd implements BeforeApplicationShutdown, OnApplicationShutdown {
  private sweep: NodeJS.Timeout | undefined;
  private limit: NodeJS.Timeout | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    // Closing a server ends what is idle at that moment; one that is answered later would wait for its next request.
    this.sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    this.limit = setTimeout(() => server.closeAllConnections(), LONGEST_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweep);
    clearTimeout(this.limit);
  }
}
