import type { Duplex } from 'node:stream';

const TOO_LARGE = 'HPE_HEADER_OVERFLOW';
const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT';

/** What cannot even be parsed as HTTP never reaches the application; it gets a problem all the same. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, reason, title] = answerTo(error.code);
  const body = JSON.stringify({ type: '/problems/malformed-request', title, status });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function answerTo(code: string | undefined): [number, string, string] {
  if (code === TOO_LARGE)
    return [431, 'Request Header Fields Too Large', 'The headers are larger than is read'];
  if (code === TIMED_OUT) return [408, 'Request Timeout', 'The request took too long to arrive'];
  return [400, 'Bad Request', 'The request cannot be read'];
}
