import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The floor: bare `node:http` and one prepared statement, no authentication, no validation, no framework. It is told
 * by its environment what to run for which method.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const statement = { name: 'reference', text: process.env.STATEMENT ?? 'select 1' };
const parameters = JSON.parse(process.env.PARAMETERS ?? '[]') as unknown[];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as unknown) : undefined;
    const values = body === undefined ? parameters : [...parameters, JSON.stringify(body)];
    pool.query({ ...statement, values }).then(
      ({ rows }) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(rows)),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
