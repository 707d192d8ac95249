import { PlantedHouse } from '../support/planted-house.js';

interface Cruise {
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string }[] };
  };
}

/** The order is written once, in the configuration itself. */
const configuration = new URL('../../.dependency-cruiser.js', import.meta.url).href;
const { LIBS } = (await import(configuration)) as { LIBS: string[] };

/** Every lib reaches for the one that stands right after it, and for nothing else. */
const reachingUp = Object.fromEntries(
  LIBS.map((lib, place) => {
    const next = LIBS[place + 1];
    return [`libs/${lib}/src/index.ts`, next ? `import '#${next}';\nexport {};` : 'export {};'];
  }),
);

const BROKEN: Readonly<Record<string, string>> = {
  ...reachingUp,
  'libs/utils/src/index.ts': 'export {};',
  'libs/platform/src/homeless.ts': "import '#utils';",
  'libs/actors/src/actor.entity.ts': 'export class Actor {}',
  'libs/pacts/src/back-door.ts': "import '../../actors/src/actor.entity.js';",
  'apps/api/src/back-door.ts': "import '../../../libs/actors/src/actor.entity.js';",
  'libs/pacts/src/climbing.ts': "import '../../actors/src/index.js';",
  'libs/pacts/src/hen.ts': "import './egg.js';",
  'libs/pacts/src/egg.ts': "import './hen.js';",
  'apps/standalone/src/main.ts': 'export {};',
  'libs/pacts/src/knows-its-app.ts': "import '../../../apps/standalone/src/main.js';",
  'apps/worker/src/knows-another-app.ts': "import '../../standalone/src/main.js';",
  'libs/pacts/src/pact.spec.ts': 'export {};',
  'libs/pacts/src/needs-a-spec.ts': "import './pact.spec.js';",
  'libs/pacts/src/pacts.service.ts': 'export class PactsService {}',
  'libs/pacts/src/pact.rules.ts': "import { PactsService } from './pacts.service.js';\nnew PactsService();",
  'libs/indicators/src/definitions/clock.indicator.ts': "import { hrtime } from 'node:process';\nhrtime();",
  'libs/kernel/src/packaged.ts': "import 'rxjs';",
  'libs/pacts/src/pacts.controller.ts': "import 'typeorm';",
  'libs/pacts/src/borrowed.ts': "import 'prettier';",
  'packages/client/src/brings-a-lib.ts': "import '../../../libs/kernel/src/index.js';",
  'libs/pacts/src/lost.ts': "import './nowhere.js';",
};

const CLEAN: Readonly<Record<string, string>> = {
  'libs/kernel/src/index.ts': "export { today } from './days.js';",
  'libs/kernel/src/days.ts': "export const today = (): string => '2026-01-01';",
  'libs/pacts/src/index.ts': "export { decide } from './pact.rules.js';",
  'libs/pacts/src/pact.entity.ts': "import 'typeorm';\nexport class Pact {}",
  'libs/pacts/src/pact.rules.ts':
    "import { today } from '#kernel';\nimport type { Pact } from './pact.entity.js';\nexport const decide = (_pact: Pact): string => today();",
  'packages/client/src/index.ts': "export * from './client.js';",
  'packages/client/src/client.ts': "import 'rxjs';",
  'apps/api/src/main.ts': "import { decide } from '#pacts';\ndecide({});",
};

async function cruise(files: Readonly<Record<string, string>>): Promise<Cruise['summary']> {
  const house = new PlantedHouse(files).link('rxjs').link('typeorm').link('prettier');
  try {
    const args = [
      '--config',
      '.dependency-cruiser.js',
      '--no-cache',
      '--output-type',
      'json',
      'apps',
      'libs',
      'packages',
    ];
    return (JSON.parse(await house.run('dependency-cruiser/bin/dependency-cruise.mjs', args)) as Cruise)
      .summary;
  } finally {
    house.remove();
  }
}

describe('the directions of dependencies', () => {
  let broken: Cruise['summary'];
  const fired = (rule: string): string[] =>
    broken.violations.filter((one) => one.rule.name === rule).map((one) => one.from);

  beforeAll(async () => {
    broken = await cruise(BROKEN);
  });

  it.each(LIBS.slice(0, -1))('refuse that %s knows the lib after it', (lib) => {
    expect(fired(`order-${lib}`)).toContain(`libs/${lib}/src/index.ts`);
  });

  it.each([
    ['every-lib-has-a-place', 'libs/platform/src/homeless.ts'],
    ['enter-by-the-index', 'libs/pacts/src/back-door.ts'],
    ['enter-by-the-index-from-outside', 'apps/api/src/back-door.ts'],
    ['enter-by-the-name', 'libs/pacts/src/climbing.ts'],
    ['no-circles', 'libs/pacts/src/egg.ts'],
    ['libs-ignore-apps', 'libs/pacts/src/knows-its-app.ts'],
    ['apps-ignore-apps', 'apps/worker/src/knows-another-app.ts'],
    ['packages-stand-alone', 'packages/client/src/brings-a-lib.ts'],
    ['nothing-needs-a-spec', 'libs/pacts/src/needs-a-spec.ts'],
    ['pure-files-stay-pure', 'libs/pacts/src/pact.rules.ts'],
    ['pure-files-touch-no-world', 'libs/indicators/src/definitions/clock.indicator.ts'],
    ['pure-files-touch-no-world', 'libs/kernel/src/packaged.ts'],
    ['no-sql-in-controllers', 'libs/pacts/src/pacts.controller.ts'],
    ['declared-packages-only', 'libs/pacts/src/borrowed.ts'],
    ['everything-resolves', 'libs/pacts/src/lost.ts'],
  ])('%s stops %s', (rule, file) => {
    expect(fired(rule)).toContain(file);
  });

  it('have no rule that was never seen to fire', () => {
    const declared = broken.ruleSetUsed.forbidden.map((rule) => rule.name);
    expect(declared.filter((rule) => fired(rule).length === 0)).toEqual([]);
  });

  it('let a house in order pass', async () => {
    expect((await cruise(CLEAN)).violations).toEqual([]);
  });
});
