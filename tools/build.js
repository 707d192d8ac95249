import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Compiles to dist/, incrementally, and bundles the dashboard into dist/dashboard when it changed. Output whose source is gone is removed first: migrations and
 * indicator definitions are found by listing a folder, so a leftover would come back to life.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const bundle = join(dist, 'dashboard');

function removeOrphans(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const output = join(folder, entry.name);
    if (output === bundle) continue;
    if (entry.isDirectory()) removeOrphans(output);
    else if (isOrphan(output)) rmSync(output);
  }
}

function isOrphan(output) {
  const compiled = /\.js(\.map)?$/.exec(output);
  if (!compiled) return false;
  return !existsSync(join(root, `${relative(dist, output).slice(0, -compiled[0].length)}.ts`));
}

const changedAt = (path) =>
  statSync(path).isDirectory()
    ? Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))))
    : statSync(path).mtimeMs;

/** Bundling takes seconds that a start does not have to wait for. */
function isBundled() {
  const page = join(bundle, 'index.html');
  const sources = ['apps/dashboard', 'package-lock.json'].map((path) => changedAt(join(root, path)));
  return existsSync(page) && changedAt(page) > Math.max(...sources);
}

function run(program, ...options) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (existsSync(dist)) removeOrphans(dist);
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
if (!isBundled()) run('vite/bin/vite.js', 'build', 'apps/dashboard', '--logLevel', 'warn');
