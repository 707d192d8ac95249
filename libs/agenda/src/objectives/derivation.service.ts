import { Injectable } from '@nestjs/common';
import { uuidv7, type Arc } from '#kernel';
import { invalidRequest, Resource } from '#platform';
import { AgendaChanges } from '../agenda-changes.js';
import { EntriesStore } from '../entries/entries.store.js';
import { LinksService } from '../trees/links.service.js';
import { OBJECTIVE_TREE } from '../trees/tree.kind.js';
import { TreesStore } from '../trees/trees.store.js';
import { DerivationQueries } from './derivation.queries.js';
import { OBJECTIVE } from './objective.shape.js';

/** Turns problems into objectives: a tree of means and ends that mirrors the tree of causes and effects. */
@Injectable()
export class DerivationService {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly queries: DerivationQueries,
    private readonly entries: EntriesStore,
    private readonly links: LinksService,
    private readonly trees: TreesStore,
  ) {}

  /** Of these problems, or of all. What was derived before stays as it is, so deriving again only adds what is new. */
  derive(pactId: string, problemIds: readonly string[] | undefined): Promise<Resource> {
    return this.changes.inTurn(pactId, async () => {
      await this.checkProblems(pactId, problemIds);
      const { open, known } = await this.queries.problems(pactId, problemIds);
      await this.entries.makeRoom(pactId, OBJECTIVE, open.length);
      await this.makeObjectives(pactId, open);
      const linked = await this.mirrorLinks(pactId);
      if (open.length + linked > 0) await this.trees.touch(pactId, 'objective');
      return new Resource(JSON.stringify({ derived: open.length, known, linked }));
    });
  }

  private async makeObjectives(pactId: string, problemIds: readonly string[]): Promise<void> {
    const codes = await this.entries.freeCodes(pactId, OBJECTIVE, problemIds.length);
    await this.queries.derive(
      pactId,
      problemIds,
      codes.map((code) => ({ id: uuidv7(), code })),
    );
  }

  /** Links that were made by hand may run the other way: then the mirrored ones would close a circle. */
  private async mirrorLinks(pactId: string): Promise<number> {
    const mirrored: Arc[] = await this.queries.unmirroredLinks(pactId);
    await this.links.checkArcs(pactId, OBJECTIVE_TREE, mirrored);
    await this.trees.link(pactId, OBJECTIVE_TREE, mirrored);
    return mirrored.length;
  }

  private async checkProblems(pactId: string, ids: readonly string[] | undefined): Promise<void> {
    if (ids === undefined) return;
    const known = await this.trees.codes(pactId, { name: 'problem' }, ids);
    const faults = ids.flatMap((id, place) =>
      known.has(id.toLowerCase())
        ? []
        : [
            {
              pointer: `/problemIds/${place}`,
              code: 'unknown-problem',
              detail: 'The pact has no problem with this id.',
            },
          ],
    );
    if (faults.length > 0) throw invalidRequest(faults);
  }
}
