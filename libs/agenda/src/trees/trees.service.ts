import { Injectable } from '@nestjs/common';
import type { Arc } from '#kernel';
import { etagOf, invalidRequest, isCurrent, Resource, versionMismatch, type FieldError } from '#platform';
import { AgendaChanges } from '../agenda-changes.js';
import { dotOf } from './formats/dot.rules.js';
import { Drawings } from './formats/drawings.js';
import { mediaTypeOf, type TreeFormat } from './formats/formats.js';
import { mermaidOf } from './formats/mermaid.rules.js';
import type { Picture } from './formats/picture.rules.js';
import type { TreeKind } from './tree.kind.js';
import { faultsOfTree, type TreeContent } from './tree.rules.js';
import { TreesStore, type TreeText } from './trees.store.js';

const VARY = { Vary: 'Accept' };

/** A tree as a whole: read in any format, and replaced by another content. */
@Injectable()
export class TreesService {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly store: TreesStore,
    private readonly drawings: Drawings,
  ) {}

  /** Of a version that the caller still has, nothing is drawn. */
  async show(
    pactId: string,
    kind: TreeKind,
    format: TreeFormat,
    ifNoneMatch: string | undefined,
  ): Promise<Resource> {
    const tree = await this.store.show(pactId, kind);
    if (format === 'json') return new Resource(tree.body, tree.version, VARY);
    const version = `${tree.version}-${format}`;
    const isKnown = isCurrent(ifNoneMatch, etagOf(version));
    return new Resource(isKnown ? '' : await this.drawn(kind, tree, format), version, {
      ...VARY,
      'Content-Type': `${mediaTypeOf(format)}; charset=utf-8`,
      'Content-Disposition': `inline; filename="${kind.name}-tree.${format}"`,
    });
  }

  /**
   * Brings the tree to this content: what it does not name is removed, and what is the same stays untouched.
   * @param check what else is wrong with the content, looked for while nobody changes the agenda
   */
  replace(
    pactId: string,
    kind: TreeKind,
    version: number,
    content: TreeContent,
    check: () => Promise<readonly FieldError[]> = () => Promise.resolve([]),
  ): Promise<Resource> {
    const faults = faultsOfTree(content, { nodes: kind.nodes, from: kind.from.word, to: kind.to.word });
    if (faults.length > 0) throw invalidRequest(faults);
    return this.changes.inTurn(pactId, async () => {
      if ((await this.store.version(pactId, kind.name)) !== version) throw versionMismatch();
      const more = await check();
      if (more.length > 0) throw invalidRequest(more);
      if ((await this.store.replace(pactId, kind, content)) > 0) await this.store.touch(pactId, kind.name);
      return this.show(pactId, kind, 'json', undefined);
    });
  }

  private drawn(
    kind: TreeKind,
    tree: TreeText,
    format: Exclude<TreeFormat, 'json'>,
  ): Promise<string> | string {
    const picture = pictureOf(kind, tree);
    if (format === 'mermaid') return mermaidOf(picture);
    const dot = dotOf(picture);
    return format === 'dot' ? dot : this.drawings.svgOf(dot);
  }
}

function pictureOf({ nodes, from, to }: TreeKind, { body }: TreeText): Picture {
  const tree = JSON.parse(body) as Record<string, unknown>;
  const links = tree['links'] as Readonly<Record<string, string>>[];
  const arcs = links.map((link): Arc => [link[from.word] ?? '', link[to.word] ?? '']);
  return { nodes: tree[nodes] as Picture['nodes'], arcs };
}
