import { Injectable } from '@nestjs/common';
import type { Resource, FieldError } from '#platform';
import { OBJECTIVE_TREE } from '../trees/tree.kind.js';
import { repeated } from '../trees/tree.rules.js';
import { TreesService } from '../trees/trees.service.js';
import { TreesStore } from '../trees/trees.store.js';
import type { ObjectiveTree } from './objective.dto.js';

/** Where objectives say what they refer to. */
const REFERENCES = ['problem', 'strategy'] as const;
type Reference = (typeof REFERENCES)[number];

/** Objectives refer to problems and strategies, each problem to be answered by one of them. */
@Injectable()
export class ObjectiveTreeService {
  constructor(
    private readonly trees: TreesService,
    private readonly store: TreesStore,
  ) {}

  replace(pactId: string, version: number, { objectives, links }: ObjectiveTree): Promise<Resource> {
    const arcs = links.map(({ means, end }) => [means, end] as const);
    const content = { nodes: objectives, arcs };
    return this.trees.replace(pactId, OBJECTIVE_TREE, version, content, async () => [
      ...answeredTwice(objectives),
      ...(await this.unknown(pactId, objectives, 'problem')),
      ...(await this.unknown(pactId, objectives, 'strategy')),
    ]);
  }

  private async unknown(
    pactId: string,
    objectives: ObjectiveTree['objectives'],
    to: Reference,
  ): Promise<FieldError[]> {
    const known = await this.store.knownCodes(
      pactId,
      to,
      objectives.flatMap((objective) => objective[to] ?? []),
    );
    return objectives.flatMap((objective, place) => {
      const code = objective[to];
      if (code === undefined || known.has(code)) return [];
      const detail = `The pact has no ${to} with this code.`;
      return [{ pointer: `/objectives/${place}/${to}`, code: `unknown-${to}`, detail }];
    });
  }
}

const answeredTwice = (objectives: ObjectiveTree['objectives']): FieldError[] =>
  repeated(objectives.map(({ problem }) => problem)).map((place) => ({
    pointer: `/objectives/${place}/problem`,
    code: 'answered-twice',
    detail: 'An objective above answers this problem already.',
  }));
