import { parseArgs } from 'node:util';

export interface Options {
  readonly seed: number;
  readonly scale: number;
  /** Given by the caller: a server that must be there. Absent: look on this machine, else start one. */
  readonly url?: string;
  readonly localUrl: string;
  readonly key?: string;
  readonly dataDir: string;
  /** Stop the server that was started for the demo as soon as the table is printed. */
  readonly exit: boolean;
}

export const USAGE = `Usage: npm run demo -- [options]

Loads a fictitious network of twelve pacts through the public API, runs the monitoring and prints the figures.
Without a running server it starts one and keeps it running until Ctrl-C.

  --scale <0.01–10>  how many commitments and pathways; 1 = 400 and 6,000 (default 1)
  --seed <number>    another seed, another network, for a service without one (default 7)
  --url <address>    the server (default PATTI_URL, else this machine at PORT or 3000)
  --key <key>        an administrator key (default BOOTSTRAP_ADMIN_KEY, else the file DATA_DIR/admin-key)
  --exit             stop a server started for the demo once the figures are printed
`;

/** `undefined` when only help was asked for. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '7' },
      url: { type: 'string' },
      key: { type: 'string' },
      exit: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const url = values.url ?? env['PATTI_URL'];
  const key = values.key ?? env['BOOTSTRAP_ADMIN_KEY'];
  return {
    seed: numberIn('--seed', values.seed, 0, 4_294_967_295),
    scale: numberIn('--scale', values.scale, 0.01, 10),
    ...(url ? { url: url.replace(/\/+$/, '') } : {}),
    localUrl: `http://127.0.0.1:${env['PORT'] ?? '3000'}`,
    ...(key ? { key } : {}),
    dataDir: env['DATA_DIR'] ?? '.data',
    exit: values.exit,
  };
}

function numberIn(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max))
    throw new Error(`${name} takes a number from ${min} to ${max}`);
  return value;
}
