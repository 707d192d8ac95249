import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { dashboardPages } from './dashboard-pages.js';

describe('the pages of the dashboard', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(express().use(dashboardPages(['nowhere'])));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('are absent, and nothing else is wrong, where they were not built', async () => {
    const { port } = server.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  });
});
