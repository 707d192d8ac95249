import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SETTINGS } from '#platform';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string | number>;
  secrets?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}

interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
}

const root = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const foldersIn = (path: string, entry: string): string[] =>
  readdirSync(join(root, path)).filter((name) => existsSync(join(root, path, name, 'src', entry)));

const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;
const compose = parse(textOf('docker-compose.yml'), { merge: true }) as Compose;
const ours = Object.entries(compose.services).filter(([, { image }]) => image.startsWith('patti'));
const programsIn = (script: string): string[] =>
  [...script.matchAll(/dist\/(\S+)\.js/g)].map(([, path]) => path ?? '');

describe('docker-compose.yml', () => {
  const known = new Set(
    Object.values(SETTINGS).flatMap(({ env, secret }) => (secret ? [env, `${env}_FILE`] : [env])),
  );

  it.each(ours)('%s is given only settings that exist', (_name, { environment }) => {
    expect(Object.keys(environment ?? {}).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(ours)('%s is given every setting that is required', (_name, { environment }) => {
    const required = Object.values(SETTINGS).filter((setting) => setting.required);
    const given = Object.keys(environment ?? {});
    expect(required.filter(({ env }) => !given.includes(env) && !given.includes(`${env}_FILE`))).toEqual([]);
  });

  it.each(ours)('%s reads its secrets from files that are mounted', (_name, { environment, secrets }) => {
    const isPlain = (name: string): boolean => Object.values(SETTINGS).some(({ env }) => env === name);
    const files = Object.entries(environment ?? {}).filter(
      ([name]) => name.endsWith('_FILE') && !isPlain(name),
    );
    expect(files.map(([, path]) => path)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/run\/secrets\//)]),
    );
    for (const [, path] of files) {
      const secret = String(path).replace('/run/secrets/', '');
      expect(secrets).toContain(secret);
      expect(compose.secrets).toHaveProperty(secret);
    }
  });

  it.each(ours)('%s runs the command of the package script of its name', (name, { command }) => {
    expect(command?.join(' ')).toBe(scripts[name]);
  });

  it('starts a program only after the migration, and the migration after a healthy database', () => {
    const { api, worker, migrate } = compose.services;
    expect(api?.depends_on).toHaveProperty('migrate.condition', 'service_completed_successfully');
    expect(worker?.depends_on).toHaveProperty('migrate.condition', 'service_completed_successfully');
    expect(migrate?.depends_on).toHaveProperty('postgres.condition', 'service_healthy');
  });

  it('asks every server for its health', () => {
    for (const name of ['postgres', 'redis', 'api']) {
      expect(compose.services[name]?.healthcheck?.test?.[0]).toBe('CMD');
    }
  });

  it('keeps the jobs through a restart of Redis and never evicts one', () => {
    const command = compose.services.redis?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('finds every secret made by docker/make-secrets.sh', () => {
    const script = textOf('docker/make-secrets.sh');
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`docker/secrets/${name}`);
      expect(script).toContain(`keep ${name} `);
    }
  });
});

describe('docker/Dockerfile', () => {
  const dockerfile = textOf('docker/Dockerfile');
  const lines = dockerfile.split('\n');

  it('runs the api by default, as no root', () => {
    expect(lines).toContain('USER node');
    expect(dockerfile).toContain(`CMD ${JSON.stringify(scripts.api?.split(' ')).replaceAll(',', ', ')}`);
  });

  it('copies only what exists and is not kept out of the build', () => {
    const allowed = textOf('.dockerignore').split('\n');
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(`!${path}`))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  interface Locked {
    version?: string;
    optionalDependencies?: Record<string, string>;
  }
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> };

  it('holds the binaries of every platform, or `npm ci` refuses to work on another one', () => {
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    const locked = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
    expect([...new Set(wanted)].filter((name) => !locked.includes(name))).toEqual([]);
  });

  it('holds a version for every package', () => {
    expect(Object.entries(packages).filter(([, { version }]) => version === undefined)).toEqual([]);
  });
});

describe('package.json', () => {
  it('starts only programs that have a source', () => {
    const programs = Object.values(scripts).flatMap(programsIn);
    expect(programs.filter((path) => !existsSync(join(root, `${path}.ts`)))).toEqual([]);
  });
});

describe('nest-cli.json', () => {
  const { projects } = JSON.parse(textOf('nest-cli.json')) as { projects: Record<string, { type: string }> };
  const named = (type: string): string[] =>
    Object.keys(projects).filter((name) => projects[name]?.type === type);

  it('knows every program and every lib, and no other', () => {
    expect(named('application').toSorted()).toEqual(foldersIn('apps', 'main.ts').toSorted());
    expect(named('library').toSorted()).toEqual(foldersIn('libs', 'index.ts').toSorted());
  });
});
