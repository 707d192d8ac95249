import { Problem } from '../problems/problem.js';
import { readSettings } from '../settings/settings.js';
import { PageQuery, Pages } from './paging.js';

const pagesUnder = (secret: string): Pages =>
  new Pages(readSettings({ PARTICIPANT_PEPPER: secret.repeat(40) }));
const asking = (cursor?: string, limit = 2): PageQuery => Object.assign(new PageQuery(), { limit, cursor });

const ROWS = ['a', 'b', 'c'].map((id) => ({ id, body: JSON.stringify({ id }) }));
const pages = pagesUnder('k');
const HERE = ['deliveries', 'pact 1', 'commitment 1'] as const;
const pageOf = (rows: typeof ROWS) => pages.of(asking(), ...HERE).page(rows, ({ id }) => [id, 'è']);
const cursor = pageOf(ROWS).nextCursor!;

const refusal = (ask: () => unknown): unknown => {
  try {
    return ask();
  } catch (error) {
    return error instanceof Problem ? { slug: error.kind.slug, ...error.options } : error;
  }
};
const UNKNOWN = {
  slug: 'invalid-parameter',
  errors: [{ pointer: '/cursor', code: 'unknown-cursor', detail: expect.any(String) }],
};

describe('a page of a list', () => {
  it('holds no more than was asked for, and has a cursor only where there is more', () => {
    expect(pageOf(ROWS).items).toEqual(['{"id":"a"}', '{"id":"b"}']);
    expect(pageOf(ROWS.slice(1))).toEqual({ items: ['{"id":"b"}', '{"id":"c"}'], nextCursor: undefined });
    expect(pageOf([])).toEqual({ items: [], nextCursor: undefined });
  });

  it('goes on after the last row that was shown', () => {
    expect(pages.of(asking(), ...HERE).after).toBeUndefined();
    expect(pages.of(asking(cursor), ...HERE).after).toEqual(['b', 'è']);
  });

  it('goes on with another limit, and in another process under the same secret', () => {
    expect(pagesUnder('k').of(asking(cursor, 100), ...HERE).after).toEqual(['b', 'è']);
  });
});

describe('a cursor', () => {
  it('is refused wherever one character of it is altered', () => {
    for (let at = 0; at < cursor.length; at++) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const altered = cursor.slice(0, at) + other + cursor.slice(at + 1);
      expect(refusal(() => pages.of(asking(altered), ...HERE))).toEqual(UNKNOWN);
    }
  });

  it('is refused wherever it is cut', () => {
    for (let length = 0; length < cursor.length; length++) {
      expect(refusal(() => pages.of(asking(cursor.slice(0, length)), ...HERE))).toEqual(UNKNOWN);
    }
  });

  it.each([`${cursor}=`, `${cursor}A`, ` ${cursor}`, `${cursor}!`])(
    'is refused in the form %j',
    (written) => {
      expect(refusal(() => pages.of(asking(written), ...HERE))).toEqual(UNKNOWN);
    },
  );

  it.each<[string, [string, ...string[]]]>([
    ['another list in the same place', ['commitment-transitions', 'pact 1', 'commitment 1']],
    ['the list of another commitment', ['deliveries', 'pact 1', 'commitment 2']],
    ['the list of another pact', ['deliveries', 'pact 2', 'commitment 1']],
    ['the list of the whole pact', ['deliveries', 'pact 1']],
    ['the list of all pacts', ['deliveries']],
    ['a place whose names run together alike', ['deliveries', 'pact 1commitment 1']],
    ['a place named the other way round', ['deliveries', 'commitment 1', 'pact 1']],
  ])('is refused by %s', (_, place) => {
    expect(refusal(() => pages.of(asking(cursor), ...place))).toEqual(UNKNOWN);
  });

  it('is refused by a service with another secret', () => {
    expect(refusal(() => pagesUnder('l').of(asking(cursor), ...HERE))).toEqual(UNKNOWN);
  });
});
