import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7 } from '#kernel';
import { isSecretariat, PactsService } from '#pacts';
import { Created, Database, invalidRequest, notFound, Resource, type FieldError } from '#platform';
import { LinesQueries, type HeldLine } from '../funding/lines.queries.js';
import { checkResponsible } from '../measures/measures.service.js';
import { MeasuresStore } from '../measures/measures.store.js';
import type { ExpenditureRequest } from './expenditure.dto.js';
import { aboveLine, beforeLine, overrunBySecretariat } from './expenditure.problems.js';
import { ExpendituresQueries } from './expenditures.queries.js';
import { leftOn, refusalOfEntry, type Entry, type EntryRefusal } from './spending.rules.js';

/** What is paid from funding lines. The line is held while an entry is judged and made, so no two are judged alike. */
@Injectable()
export class ExpendituresService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly lines: LinesQueries,
    private readonly measures: MeasuresStore,
    private readonly queries: ExpendituresQueries,
  ) {}

  record(pactId: string, request: ExpenditureRequest, principal: Principal): Promise<Created> {
    const entry = { ...request, kind: request.kind ?? 'expenditure' };
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const line = await this.hold(pactId, request.fundingLineId);
      checkResponsible(line, principal);
      checkOverrun(entry, principal);
      await this.check(pactId, line, entry);
      const id = await this.add(pactId, line, entry, principal.id);
      await this.measures.touch(pactId, line.measureId);
      return new Created(`/v1/pacts/${pactId}/expenditures/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  private async hold(pactId: string, id: string): Promise<HeldLine> {
    const line = await this.lines.hold(pactId, id);
    if (line !== undefined) return line;
    const detail = 'The pact has no funding line with this id.';
    throw invalidRequest([{ pointer: '/fundingLineId', code: 'unknown-funding-line', detail }]);
  }

  private async check(pactId: string, line: HeldLine, entry: ExpenditureRequest & Entry): Promise<void> {
    if (entry.spentOn > todayInRome()) {
      throw invalidRequest([
        { pointer: '/spentOn', code: 'in-future', detail: 'This day has not come yet.' },
      ]);
    }
    const corrects = entry.correctsExpenditureId;
    const corrected = corrects && (await this.queries.corrected(pactId, line.id, corrects));
    const refusal = refusalOfEntry(line, entry, corrects === undefined ? undefined : corrected || null);
    if (refusal !== undefined) throw problemOf(refusal, line);
  }

  private async add(
    pactId: string,
    line: HeldLine,
    entry: ExpenditureRequest & Entry,
    recordedBy: string,
  ): Promise<string> {
    const id = uuidv7();
    await this.database.in(pactId).query(
      `with entered as (
         insert into expenditure (pact_id, id, funding_line_id, kind, spent_on, amount_cents,
           corrects_expenditure_id, decision_id, note, recorded_by)
         values ($1, $3, $2, $4, $5, $6, $7, $8, $9, $10))
       update funding_line set version = version + 1, updated_at = now(),
         spent_cents = spent_cents + case $4 when 'expenditure' then $6::bigint else 0 end,
         overrun_cents = overrun_cents + case $4 when 'overrun' then $6::bigint else 0 end
       where pact_id = $1 and id = $2`,
      [
        pactId,
        line.id,
        id,
        entry.kind,
        entry.spentOn,
        entry.amountCents,
        entry.correctsExpenditureId ?? null,
        entry.decisionId ?? null,
        entry.note ?? null,
        recordedBy,
      ],
    );
    return id;
  }
}

/** The limit of a line binds who pays from it, so whoever pays does not lift it alone. */
function checkOverrun({ kind }: Entry, principal: Principal): void {
  if (kind === 'overrun' && !isSecretariat(principal)) throw overrunBySecretariat();
}

const FAULTS: Readonly<Record<Exclude<EntryRefusal, 'above-line' | 'before-line'>, FieldError>> = {
  sign: {
    pointer: '/amountCents',
    code: 'sign',
    detail: 'An entry is more than zero; a counter-entry is less, and names the entry that it corrects.',
  },
  'unknown-entry': {
    pointer: '/correctsExpenditureId',
    code: 'unknown-entry',
    detail: 'The funding line has no entry with this id.',
  },
  'is-counter-entry': {
    pointer: '/correctsExpenditureId',
    code: 'is-counter-entry',
    detail: 'A counter-entry is not corrected; make the entry again.',
  },
  'other-kind': {
    pointer: '/kind',
    code: 'other-kind',
    detail: 'A counter-entry is of the kind of the entry that it corrects.',
  },
  'before-entry': {
    pointer: '/spentOn',
    code: 'before-entry',
    detail: 'A correction is not of an earlier day than what it corrects.',
  },
  'below-zero': {
    pointer: '/amountCents',
    code: 'below-zero',
    detail: 'More would be taken back than is left of the entry.',
  },
};

function problemOf(refusal: EntryRefusal, line: HeldLine): Error {
  if (refusal === 'before-line') return beforeLine({ detail: `The line begins on ${line.startsOn}.` });
  if (refusal === 'above-line') return aboveLine({ detail: `${leftOn(line)} cents are left on the line.` });
  return invalidRequest([FAULTS[refusal]]);
}
