import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { logAccess } from './access-log.js';
import type { Log } from './log.js';

describe('the access log', () => {
  const lineOf = (originalUrl: string, params: object): object => {
    const lines: object[] = [];
    const log = { info: (line: object) => lines.push(line) } as unknown as Log;
    const response = new EventEmitter() as Response;
    Object.assign(response, { writableFinished: true, statusCode: 200 });
    const request = { originalUrl, params, headers: {}, method: 'GET' } as Request;
    logAccess(log, request, response);
    response.emit('close');
    return lines[0] ?? {};
  };

  it('leaves out the query, and who a person is', () => {
    const url = '/v1/pacts/p1/participants/someone?purpose=case_management';
    expect(lineOf(url, { pactId: 'p1', participantId: 'someone' })).toMatchObject({
      path: '/v1/pacts/p1/participants/…',
      status: 200,
    });
  });

  it('tells of a request that met no route', () => {
    expect(lineOf('/nowhere?x=1', {})).toMatchObject({ path: '/nowhere' });
  });
});
