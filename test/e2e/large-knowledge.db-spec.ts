import pg from 'pg';
import { startApi, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { statementsAbout } from '../support/statements.js';

const ACTORS = 500;
const MEASURES = 2_000;
const PROBLEMS = 300;

const inWords = (text: string) => ({ it: text, en: `${text} in English` });
const times = <Each>(count: number, make: (place: number) => Each): Each[] =>
  Array.from({ length: count }, (_, place) => make(place));

/** A plan as large as one of a whole region. */
const large = (version: number, measures: number) => ({
  code: 'large',
  version,
  name: inWords('Grande'),
  problems: times(PROBLEMS, (place) => ({
    code: `p${place}`,
    name: inWords(`Problema ${place}`),
    isCore: place === 0,
  })),
  problemLinks: times(PROBLEMS - 1, (place) => ({
    cause: `p${place + 1}`,
    effect: `p${Math.floor(place / 3)}`,
  })),
  pillars: times(10, (place) => ({ code: `pillar${place}`, name: inWords(`Pilastro ${place}`) })),
  measures: times(measures, (place) => ({
    code: `m${place}`,
    name: inWords(`Misura ${place}, versione ${version}`),
    pillar: `pillar${place % 10}`,
    targetGroups: ['women'],
  })),
});

let api: TestApi;
let pact: PactWithMembers;
/** The key of the administrator is known without looking it up. */
const at = (path: string) => api.admin.get(`${pact.path}/${path}`);
beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 1);
});
afterAll(() => api.close());

/** How many statements an application takes; it is the only thing that goes on. */
async function applied(document: object): Promise<{ statements: number; counts: object }> {
  let counts = {};
  const statements = await statementsAbout(pact.pactId, async () => {
    ({ counts } = (await api.admin.post(`${pact.path}/template-applications`, { document })).body);
  });
  return { statements: statements.length, counts };
}

describe('a template of 2,000 measures', () => {
  it('takes no more statements than a small one', async () => {
    const small = await applied(large(1, 1));
    const grown = await applied(large(1, MEASURES));
    expect(grown.counts).toMatchObject({ created: MEASURES - 1, changed: 0, left: 0 });
    expect(grown.statements).toBeLessThanOrEqual(small.statements);
    const changed = await applied(large(2, MEASURES));
    expect(changed.counts).toMatchObject({ created: 0, changed: MEASURES, left: 0 });
    expect(changed.statements).toBeLessThanOrEqual(small.statements);
  }, 60_000);

  it('is exported by one statement beside that for the title', async () => {
    const statements = await statementsAbout(pact.pactId, () => at('template'));
    expect(statements).toHaveLength(2);
  });

  it.each(['prompts', 'template-applications'])('has its %s listed with one statement', async (list) => {
    expect(await statementsAbout(pact.pactId, () => at(list))).toHaveLength(1);
  });
});

describe('what 500 actors know', () => {
  beforeAll(async () => {
    const database = new pg.Client(api.databaseUrl);
    await database.connect();
    await database.query(
      `with actors as (
         insert into actor (id, name, system, kind, territory, services)
         select gen_random_uuid(), 'Attore ' || n, 'community', 'other', array[lpad((n % 40)::text, 6, '0')],
           jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', 'Servizio ' || n))
         from generate_series(1, $2::int) as n returning id),
       joined as (
         insert into membership (pact_id, id, actor_id, role, joined_on)
         select $1, gen_random_uuid(), id, 'supporter', '2026-01-01' from actors)
       insert into actor_competence (actor_id, code)
       select id, code from actors cross join unnest($3::text[]) as code`,
      [pact.pactId, ACTORS, ['guidance', 'housing', 'internships', 'listening', 'research', 'evaluation']],
    );
    await database.end();
  });

  it.each(['competence-map', 'competence-needs', 'professionals'])(
    'has its %s listed with one statement',
    async (list) => {
      expect(await statementsAbout(pact.pactId, () => at(list))).toHaveLength(1);
    },
  );

  it('tells of each competence all who have it', async () => {
    const { items } = (await at('competence-map')).body;
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ offers: ACTORS });
    expect(items[0].offeredBy).toHaveLength(ACTORS);
  });

  it('is exported, a hundred actors at a time', async () => {
    let services = 0;
    const statements = await statementsAbout(pact.pactId, async () => {
      services = (await at('service-directory')).body.total_items;
    });
    expect([services, statements.length]).toEqual([ACTORS, 6]);
  });
});
