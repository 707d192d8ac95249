import type { components } from './openapi.js';

export type Problem = components['schemas']['Problem'];

/** The service said no. The message is one line that a person can act on; submitted values never stand in it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(inOneLine(status, problem));
  }

  get slug(): string {
    return this.problem.type?.split('/').at(-1) ?? '';
  }
}

function inOneLine(status: number, { title, detail, errors = [], requestId }: Partial<Problem>): string {
  const faults = errors.map(({ pointer, code, detail: says }) => `${pointer} ${code}: ${says}`);
  const says = [title, detail, ...faults].filter(Boolean).join('; ');
  return `${status} ${says}${requestId ? ` (request ${requestId})` : ''}`;
}

/** What the service answered, or its refusal thrown. */
export function answered<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.data !== undefined) return result.data;
  const { error } = result;
  throw new Refusal(result.response.status, typeof error === 'object' && error !== null ? error : {});
}
