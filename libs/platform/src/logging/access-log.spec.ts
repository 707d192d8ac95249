import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { logAccess } from './access-log.js';
import type { Log } from './log.js';

describe('the access log', () => {
  const lineOf = (originalUrl: string, params: object, headers: object = {}): object => {
    const lines: object[] = [];
    const log = { info: (line: object) => lines.push(line) } as unknown as Log;
    const response = new EventEmitter() as Response;
    Object.assign(response, { writableFinished: true, statusCode: 200 });
    const request = { originalUrl, params, headers, method: 'GET' } as Request;
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

  it.each([
    ['/v1/RSSMRA85T10A562S', '/v1/…'],
    ['/v1/pacts/p1/outcome-batches/rssmra85t10a562s/results', '/v1/pacts/p1/outcome-batches/…/results'],
    [`/${'x'.repeat(290)}/RSSMRA85T10A562S`, `/${'x'.repeat(290)}/…`],
  ])('leaves the tax code of a person out of %s', (url, path) => {
    expect(lineOf(url, {})).toMatchObject({ path });
  });

  it('takes the id of a caller for the request, but not the tax code of a person', () => {
    expect(lineOf('/', {}, { 'x-request-id': 'call-4711' })).toMatchObject({ requestId: 'call-4711' });
    expect(lineOf('/', {}, { 'x-request-id': 'RSSMRA85T10A562S' })).toMatchObject({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});
