import { connect } from 'node:net';

/** Sends these very bytes and reads until the server closes, or until `enough` has come. */
export function rawRequest(url: string, bytes: string, enough = /$^/): Promise<string> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (enough.test(text)) socket.end();
    });
    socket.on('close', () => resolve(text)).on('error', reject);
  });
}
