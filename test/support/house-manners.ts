import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What neither the linter nor the dependency rules can see: names, crowded folders, SQL where it does not belong. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Fault {
  rule: string;
  path: string;
}

/** A lib over this wants a second floor; a floor may hold a little more before it wants a split. */
const MOST_FILES_IN_A_LIB = 15;
const MOST_FILES_ON_A_FLOOR = 20;
const SQL = /\bselect\b[\s\S]+?\bfrom\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\b[\s\S]+?\bset\b/i;
const VAGUE = /(^|[-.])(utils?|helpers?|common|manager|base|misc|shared)([-.]|$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|js)$/;

const FILE_RULES: Readonly<Record<string, (file: SourceFile) => boolean>> = {
  'sql-in-controller': ({ path, text }) =>
    path.endsWith('.controller.ts') && quoted(text).some((one) => SQL.test(one)),
  'vague-name': ({ path }) => VAGUE.test(basename(path)),
  // An indicator's file has the name of its code, which is snake_case in the API.
  'not-kebab-case': ({ path }) => !path.endsWith('.indicator.ts') && !KEBAB.test(basename(path)),
  'silenced-linter': ({ text }) => /(eslint|oxlint)-disable|@ts-(ignore|nocheck)/.test(text),
  'saves-blindly': ({ path, text }) => isSource(path) && /\b(manager|repository)\.save\(/.test(text),
  'synchronises-schema': ({ text }) => /synchronize:\s*true/.test(text),
};

export function faultsOf(files: readonly SourceFile[]): Fault[] {
  const faults = files.flatMap((file) =>
    Object.entries(FILE_RULES)
      .filter(([, isBroken]) => isBroken(file))
      .map(([rule]) => ({ rule, path: file.path })),
  );
  return [...faults, ...crowdedFolders(files), ...sharedShapes(files)];
}

/** Every hand-written source file below the given folders of the project. */
export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => /\.(ts|js)$/.test(path) && !/(^|\/)(dist|node_modules)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The OpenAPI document knows a shape by the name of its class alone: of two with one name it would tell one only. */
function sharedShapes(files: readonly SourceFile[]): Fault[] {
  const known = new Set<string>();
  return files
    .filter(({ path }) => path.endsWith('.dto.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].flatMap(([, name = '']) => {
        if (known.has(name)) return [{ rule: 'shared-shape', path }];
        known.add(name);
        return [];
      }),
    );
}

function crowdedFolders(files: readonly SourceFile[]): Fault[] {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    if (isSource(path)) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder]) => !folder.endsWith('/definitions'))
    .filter(
      ([folder, count]) => count > (folder.endsWith('/src') ? MOST_FILES_IN_A_LIB : MOST_FILES_ON_A_FLOOR),
    )
    .map(([path]) => ({ rule: 'crowded-folder', path }));
}

function isSource(path: string): boolean {
  return path.startsWith('libs/') && !/\.(db-)?spec\.ts$/.test(path);
}

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]*)`|'([^'\n]*)'/g)].map((match) => match[1] ?? match[2] ?? '');
}
