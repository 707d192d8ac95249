import type { Client, TestAnswer } from '../api.js';
import type { Asker } from './judge.js';
import type { Operation } from './operations.js';
import { rowOf, type Call } from './rows.js';
import type { Stage } from './stage.js';

const AT_ONCE = 24;

export interface Question {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly client: Client;
}

export interface Asked extends Question {
  readonly answer: TestAnswer;
}

/** The address of an operation, with these ids in place of the stage's own. */
function addressOf({ path, ids }: Operation, given: Readonly<Record<string, string>>): string {
  return ids.reduce((address, name) => {
    const id = given[name];
    if (id === undefined) throw new Error(`the stage has no ${name} for ${path}`);
    return address.replace(`{${name}}`, id);
  }, path);
}

/** Asks as the row of the operation says, but for what is sent `instead`. */
export async function ask(
  stage: Stage,
  { operation, asker, client }: Question,
  instead: Call = {},
): Promise<TestAnswer> {
  const row = rowOf(operation.id)(stage, asker);
  const address = addressOf(operation, { ...stage.ids, ...row.ids, ...instead.ids });
  const headers = await headersFor(stage, operation, address);
  return client.send(
    operation.method,
    address + (instead.query ?? row.query ?? ''),
    instead.body ?? row.body,
    headers,
  );
}

/** The version that is there now, as an administrator sees it. */
async function headersFor(stage: Stage, { needsIfMatch, method }: Operation, address: string) {
  const type: Record<string, string> =
    method === 'PATCH' ? { 'Content-Type': 'application/merge-patch+json' } : {};
  if (!needsIfMatch) return type;
  const { headers } = await stage.askers.get('admin')!.get(address);
  return { ...type, 'If-Match': headers.get('etag') ?? '"1"' };
}

/** Asks all, some at a time, and keeps what was answered. */
export async function askAll(
  stage: Stage,
  questions: readonly Question[],
  instead: Call = {},
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const left = questions.values();
  const asking = async (): Promise<void> => {
    for (const question of left) asked.push({ ...question, answer: await ask(stage, question, instead) });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
  return asked;
}
