import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { Catalogue, RangeFigures, storedFact, type IndicatorDefinition, type Range } from '#indicators';
import { parsePeriod, todayInRome } from '#kernel';
import { CaseAccessLog, reachOf, rowsInReach, type CaseRequest } from '#pathways';
import { invalidParameter, Resource } from '#platform';
import type { CaseFiguresQuery } from './case-figures.dto.js';

export interface AskedCaseFigures {
  readonly pactId: string;
  readonly principal: Principal;
  readonly request: CaseRequest;
}

/** Figures over any days, of the pathways that a caller answers for and may list one by one. */
@Injectable()
export class CaseFiguresService {
  private readonly offered: readonly IndicatorDefinition[];

  constructor(
    catalogue: Catalogue,
    private readonly figures: RangeFigures,
    private readonly log: CaseAccessLog,
  ) {
    this.offered = catalogue.all.filter(({ fact }) => storedFact(fact) !== undefined);
  }

  async list({ pactId, principal, request }: AskedCaseFigures, query: CaseFiguresQuery): Promise<Resource> {
    const range = rangeOf(query, principal);
    const definitions = this.definitionsOf(query);
    const access = { ...request, purpose: query.purpose };
    const answer = await this.log.reading(
      pactId,
      access,
      async () => {
        const asOf = (await this.figures.asOf(pactId)) ?? todayInRome();
        const items: object[] = [];
        for (const definition of definitions) {
          const figure = await this.figures.of(pactId, definition, { range, asOf });
          if (figure) items.push(itemOf(definition, figure));
        }
        return { from: range.from, to: range.to, asOf, items };
      },
      // Nobody is shown: how many they are is what the lists of cases tell, too.
      () => [],
    );
    return new Resource(JSON.stringify(answer));
  }

  private definitionsOf({ indicator }: CaseFiguresQuery): readonly IndicatorDefinition[] {
    if (indicator === undefined) return this.offered;
    const codes = new Set(indicator.split(',').map((code) => code.trim()));
    const wanted = this.offered.filter(({ code }) => codes.has(code));
    if (wanted.length === codes.size) return wanted;
    const known = this.offered.map(({ code }) => code).join(', ');
    throw refused('indicator', 'unknown-value', `One or more of ${known}.`);
  }
}

const refused = (name: string, code: string, detail: string): Error =>
  invalidParameter({ errors: [{ pointer: `/${name}`, code, detail }] });

function rangeOf({ period }: CaseFiguresQuery, principal: Principal): Range {
  const found = parsePeriod(period);
  if (found?.kind !== 'range') {
    throw refused(
      'period',
      'period',
      'Two days, or periods, with .. between them, such as 2026-01-15..2026-03-20.',
    );
  }
  const { actorId = null, accessPoints } = reachOf(principal);
  return { from: found.from, to: found.to, rows: rowsInReach('$5', '$6'), values: [actorId, accessPoints] };
}

function itemOf(
  { code, version }: IndicatorDefinition,
  { unit, numbers, missing }: NonNullable<Awaited<ReturnType<RangeFigures['of']>>>,
): object {
  const { leftOut = {}, ...told } = numbers;
  return {
    indicator: code,
    definitionVersion: version,
    ...told,
    unit,
    ...(missing && { missing }),
    leftOut: Object.entries(leftOut).map(([reason, rows]) => ({ reason, rows })),
  };
}
