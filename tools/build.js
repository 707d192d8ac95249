import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Compiles to dist/, incrementally. Output whose source is gone is removed first: migrations and
 * indicator definitions are found by listing a folder, so a leftover would come back to life.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

function removeOrphans(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const output = join(folder, entry.name);
    if (entry.isDirectory()) removeOrphans(output);
    else if (isOrphan(output)) rmSync(output);
  }
}

function isOrphan(output) {
  const compiled = /\.js(\.map)?$/.exec(output);
  if (!compiled) return false;
  return !existsSync(join(root, `${relative(dist, output).slice(0, -compiled[0].length)}.ts`));
}

if (existsSync(dist)) removeOrphans(dist);
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
