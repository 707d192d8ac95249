import { Injectable } from '@nestjs/common';
import { circleIn, pathBetween, type Arc } from '#kernel';
import { Created, invalidRequest, notFound, Pages, Resource, type Page, type PageQuery } from '#platform';
import { AgendaChanges } from '../agenda-changes.js';
import { pactFull, treeCircle } from '../agenda.problems.js';
import { LinksQueries } from './links.queries.js';
import type { TreeKind } from './tree.kind.js';
import { MOST_LINKS, toldCircle } from './tree.rules.js';
import { TreesStore } from './trees.store.js';

/** The links of a tree, one by one. They are made and removed, never changed. */
@Injectable()
export class LinksService {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly pages: Pages,
    private readonly queries: LinksQueries,
    private readonly trees: TreesStore,
  ) {}

  /** Whoever holds the pact sees every link there is, so that no two of them close a circle together. */
  create(pactId: string, kind: TreeKind, [from, to]: Arc): Promise<Created> {
    const arc: Arc = [from.toLowerCase(), to.toLowerCase()];
    return this.changes.inTurn(pactId, async () => {
      await this.checkEnds(pactId, kind, arc);
      await this.checkArcs(pactId, kind, [arc]);
      const [id = ''] = await this.trees.link(pactId, kind, [arc]);
      await this.trees.touch(pactId, kind.name);
      return new Created(`/v1/pacts/${pactId}/${kind.name}-links/${id}`, await this.get(pactId, kind, id));
    });
  }

  async get(pactId: string, kind: TreeKind, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, kind, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  async list(pactId: string, kind: TreeKind, query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, `${kind.name}-links`, pactId);
    return list.page(await this.queries.list(pactId, kind, query, list.after), (row) => [row.id]);
  }

  async remove(pactId: string, kind: TreeKind, id: string): Promise<void> {
    await this.changes.inTurn(pactId, async () => {
      if (!(await this.queries.remove(pactId, kind, id))) throw notFound();
      await this.trees.touch(pactId, kind.name);
    });
  }

  /**
   * Whether the tree can take these links besides those it has.
   * @throws Problem `tree-circle`, which tells the circle by its codes; `agenda-full`
   */
  async checkArcs(pactId: string, kind: TreeKind, added: readonly Arc[]): Promise<void> {
    const arcs = await this.trees.arcs(pactId, kind);
    if (arcs.length + added.length > MOST_LINKS) throw pactFull({ detail: `At most ${MOST_LINKS} links.` });
    const circle = circleOf(arcs, added);
    if (circle === undefined) return;
    const codes = await this.trees.codes(pactId, kind, circle);
    throw treeCircle({ detail: toldCircle(circle.map((id) => codes.get(id) ?? '')) });
  }

  private async checkEnds(pactId: string, kind: TreeKind, arc: Arc): Promise<void> {
    const known = await this.trees.codes(pactId, kind, arc);
    const faults = [kind.from, kind.to].flatMap(({ field }, end) =>
      known.has(arc[end] ?? '')
        ? []
        : [
            {
              pointer: `/${field}`,
              code: `unknown-${kind.name}`,
              detail: `The pact has no ${kind.name} with this id.`,
            },
          ],
    );
    if (faults.length > 0) throw invalidRequest(faults);
  }
}

/** One link is the common case, and needs a single way back. */
function circleOf(arcs: readonly Arc[], added: readonly Arc[]): readonly string[] | undefined {
  const [only, ...others] = added;
  if (only === undefined) return undefined;
  if (others.length > 0) return circleIn([...arcs, ...added])?.circle;
  const back = pathBetween(arcs, only[1], only[0]);
  return back && [only[0], ...back];
}
