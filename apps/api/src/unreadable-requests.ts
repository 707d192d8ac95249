import type { Duplex } from 'node:stream';
import { headersTooLarge, malformedRequest, requestTimeout } from '#platform';

const PROBLEMS: Readonly<Record<string, [reason: string, problem: typeof malformedRequest]>> = {
  HPE_HEADER_OVERFLOW: ['Request Header Fields Too Large', headersTooLarge],
  ERR_HTTP_REQUEST_TIMEOUT: ['Request Timeout', requestTimeout],
};

/** What cannot even be parsed as HTTP never reaches the application; it gets a problem all the same. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [reason, problem] = PROBLEMS[error.code ?? ''] ?? ['Bad Request', malformedRequest];
  const { slug, status, title } = problem().kind;
  const body = JSON.stringify({ type: `/problems/${slug}`, title, status });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
