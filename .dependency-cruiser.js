import { builtinModules } from 'node:module';

/** The libs in the order of their dependencies: each may import only what stands before it. */
export const LIBS = [
  'kernel',
  'platform',
  'identity',
  'actors',
  'pacts',
  'agenda',
  'governance',
  'commitments',
  'plan',
  'pathways',
  'intake',
  'quality',
  'indicators',
  'monitoring',
  'privacy',
  'publishing',
];

const SPECS = String.raw`\.(db-)?spec\.ts$`;
const PURE = String.raw`^libs/kernel/src/|\.(rules|indicator)\.ts$`;
const BUILTINS = `^(node:)?(${builtinModules.join('|')})$`;
const DRIVERS = String.raw`(^|node_modules/)(typeorm|@nestjs/typeorm|pg|pg-cursor|pg-copy-streams|pg-query-stream|ioredis)(/|$)`;

const onlyWhatStandsBefore = LIBS.slice(0, -1).map((lib, place) => ({
  name: `order-${lib}`,
  comment: `${lib} may not know the libs that stand after it.`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/(${LIBS.slice(place + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...onlyWhatStandsBefore,
    {
      name: 'every-lib-has-a-place',
      comment: 'A new lib enters the order at the top of .dependency-cruiser.js.',
      severity: 'error',
      from: {},
      to: { path: '^libs/', pathNot: `^libs/(${LIBS.join('|')})/` },
    },
    {
      name: 'enter-by-the-index',
      comment: 'index.ts is the only door of a lib, and `#lib` the only way to it.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', String.raw`^libs/[^/]+/src/index\.ts$`] },
    },
    {
      name: 'enter-by-the-index-from-outside',
      comment: 'Apps, tools and tests use the same door; benchmarks measure what stands behind it.',
      severity: 'error',
      from: { path: '^(apps|tools|test)/', pathNot: '^test/load/' },
      to: { path: '^libs/', pathNot: String.raw`^libs/[^/]+/src/index\.ts$` },
    },
    {
      name: 'enter-by-the-name',
      comment: 'Another lib is `#lib`, never a path that climbs out of the own one.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps|tools|test)/', pathNot: '^test/load/' },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libs-ignore-apps',
      comment: 'Libs do not know who composes them. Only their specs use test/support.',
      severity: 'error',
      from: { path: '^libs/', pathNot: SPECS },
      to: { path: '^(apps|tools|test|migrations)/' },
    },
    {
      name: 'apps-ignore-apps',
      comment: 'standalone and demo start the other programs; the programs do not know them.',
      severity: 'error',
      from: { path: '^apps/(api|worker|migrate)/', pathNot: SPECS },
      to: { path: '^(apps/(standalone|demo|dashboard)|tools|test)/' },
    },
    {
      name: 'packages-stand-alone',
      comment: 'What others install brings nothing of the service along: a client knows the document alone.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: SPECS },
      to: { path: '^(apps|libs|migrations|test|tools|packages)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'nothing-needs-a-spec',
      comment: 'What two specs share lives in test/support.',
      severity: 'error',
      from: {},
      to: { path: SPECS },
    },
    {
      name: 'pure-files-stay-pure',
      comment:
        'Rules, indicators and the kernel use the kernel and each other. Types vanish, so they may come along.',
      severity: 'error',
      from: { path: PURE, pathNot: SPECS },
      to: { pathNot: [PURE, BUILTINS, 'node_modules/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-files-touch-no-world',
      comment: 'No Node built-in and no package in a pure file: same input, same output, on any machine.',
      severity: 'error',
      from: { path: PURE, pathNot: SPECS },
      to: { path: [BUILTINS, 'node_modules/'] },
    },
    {
      name: 'no-sql-in-controllers',
      comment: 'A controller has a route, a permission and one call. Reads live in *.queries.ts.',
      severity: 'error',
      from: { path: String.raw`\.controller\.ts$` },
      to: { path: DRIVERS },
    },
    {
      name: 'declared-packages-only',
      comment: 'What is imported stands in package.json, and what runs in production is no devDependency.',
      severity: 'error',
      from: { path: '^(libs|apps|migrations|packages)/', pathNot: [SPECS, '^apps/dashboard/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      comment:
        'An import that leads nowhere hides from every other rule. What is built may not be built yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data|apps/dashboard/dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
