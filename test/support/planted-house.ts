import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** The linter looks for its type-aware half on the path. */
const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/** A throw-away copy of the rules with files that break them, so that each rule can be seen to fire. */
export class PlantedHouse {
  readonly directory = mkdtempSync(join(tmpdir(), 'patti-house-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const name of ['package.json', 'tsconfig.json', '.oxlintrc.json', '.dependency-cruiser.js']) {
      cpSync(join(root, name), join(this.directory, name));
    }
    for (const [path, text] of Object.entries(files)) this.plant(path, text);
  }

  /** Makes a package of the project importable from the planted files. */
  link(name: string): this {
    const place = join(this.directory, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place);
    return this;
  }

  /** Runs a program of the project's node_modules here and gives what it printed, whatever its exit code. */
  run(script: string, args: readonly string[]): Promise<string> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(root, 'node_modules', script), ...args],
        { cwd: this.directory, env: { ...process.env, PATH }, maxBuffer: 64 * 1024 * 1024 },
        (_error, stdout) => resolve(stdout),
      );
    });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private plant(path: string, text: string): void {
    const place = join(this.directory, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, `${text}\n`);
  }
}
