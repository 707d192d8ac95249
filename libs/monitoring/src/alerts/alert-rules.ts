import { readdir } from 'node:fs/promises';
import type { Language } from '#platform';
import type { AlertRule } from './alert-rule.js';

const FOLDER = new URL('rules/', import.meta.url);
const FILE = /^(.+)\.alert\.[jt]s$/;

/** Every rule there is, as the files of the folder say. */
export class AlertRules {
  /** What is amiss on the day `$2`, of all kinds. */
  readonly due: string;

  constructor(readonly all: readonly AlertRule[]) {
    const parts = all.map(
      ({ kind, subject, due }) => `
        select '${kind}' as kind, '${subject}' as subject_kind, due.subject_id, due.subject_key, due.since, due.actor_id
        from (${due}) due where due.since <= $2::date`,
    );
    this.due = parts.join(' union all ');
  }

  /** @throws when a file does not hold the rule that its name says: a service that starts watches what it says. */
  static async load(): Promise<AlertRules> {
    const files = (await readdir(FOLDER)).filter((file) => FILE.test(file)).sort();
    const rules: AlertRule[] = [];
    for (const file of files) rules.push(await read(file));
    return new AlertRules(rules);
  }

  /** The label of each kind, as a JSON object. */
  labels(language: Language): string {
    return JSON.stringify(Object.fromEntries(this.all.map(({ kind, label }) => [kind, label[language]])));
  }
}

async function read(file: string): Promise<AlertRule> {
  const { alert } = (await import(`./rules/${file}`)) as { alert?: AlertRule };
  const name = FILE.exec(file)?.[1]?.replaceAll('-', '_');
  if (alert === undefined || alert.kind !== name) throw new Error(`${file} does not hold the alert ${name}`);
  return alert;
}
