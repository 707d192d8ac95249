import type { Client, Identified } from './client.js';

interface Added {
  /** Of all that is wished for, and of whatever else is there, by the field that tells them apart. */
  readonly ids: ReadonlyMap<string, string>;
  readonly created: number;
}

type Told<Field extends string> = Readonly<Record<Field, string>>;

/** Makes what is wished for and not listed yet, one after the other; a query narrows what is looked through. */
export async function addMissing<Field extends string>(
  caller: Client,
  path: string,
  field: Field,
  wishes: readonly Told<Field>[],
): Promise<Added> {
  const there = await caller.list<Identified & Told<Field>>(path);
  const ids = new Map<string, string>(there.map((each) => [each[field], each.id]));
  const [address = path] = path.split('?');
  let created = 0;
  for (const wish of wishes) {
    if (ids.has(wish[field])) continue;
    const { id } = await caller.post<Identified>(address, wish);
    ids.set(wish[field], id);
    created += 1;
  }
  return { ids, created };
}
