import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Everything that must hold, from the quickest proof to the slowest. Stops at the first that fails.
 * Plain JavaScript, because it also has to run when the TypeScript does not compile.
 * Each step is also a script of package.json, and `node tools/check.js format lint` runs only those named.
 */
const STEPS = ['format', 'types', 'lint', 'directions', 'unused', 'tests'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.includes(name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${STEPS.join(', ')}.`);
  process.exit(2);
}

for (const name of asked.length > 0 ? STEPS.filter((step) => asked.includes(step)) : STEPS) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const started = performance.now();
  const script = name === 'tests' ? 'test:only' : `check:${name}`;
  const { status } = spawnSync(`npm run --silent ${script}`, {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    shell: true,
  });
  // The tests speak last: their closing line is the last line of the whole run.
  if (status !== 0) process.exit(status ?? 1);
  if (name !== 'tests') console.log(`ok, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
