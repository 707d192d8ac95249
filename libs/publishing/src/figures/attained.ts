import { attainmentOf, type Goal } from '#indicators';

/** The JSON text of a figure, completed with its target and how the value stands to it. */
export function withTarget(body: string, goal: string | null, value: number | null): string {
  if (goal === null) return body;
  const target = JSON.parse(goal) as Goal;
  const told = value === null ? target : { ...target, ...attainmentOf(value, target) };
  return `${body.slice(0, -1)},"target":${JSON.stringify(told)}}`;
}
