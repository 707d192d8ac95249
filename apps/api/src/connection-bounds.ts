import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { MOST_HEADERS, networkOf, Places, SILENCE_MS } from '#platform';
import { refuseUnreadable } from './unreadable-requests.js';

/** Slow and half-open clients may not hold on to the server, and no address may hold on to all of it. */
export function boundConnections(
  server: Server,
  places: Places,
  isProxy: (address: string, hop: number) => boolean,
): void {
  server.timeout = SILENCE_MS;
  // One more than is allowed is enough to see that there are too many.
  server.maxHeadersCount = MOST_HEADERS + 1;
  server.on('clientError', refuseUnreadable);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    // Everybody comes through a proxy: each of its connections is somebody else's.
    const holder = isProxy(address, 0) ? `${address} ${socket.remotePort}` : networkOf(address);
    const leave = places.enter(holder);
    if (leave === undefined) socket.destroy();
    else socket.once('close', leave);
  });
}
