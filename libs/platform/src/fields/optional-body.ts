const optional = new Set<unknown>();

/** Of a request that says nothing when it says nothing: its whole body may be left out, not only each of its fields. */
export const OptionalBody = (): ClassDecorator => (target) => void optional.add(target);

export const mayBeAbsent = (dto: unknown): boolean => optional.has(dto);

/** By the names under which the OpenAPI document knows them. */
export const namesOfOptionalBodies = (): ReadonlySet<string> =>
  new Set([...optional].map((dto) => (dto as { readonly name: string }).name));
