import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import { titleOf } from '../titles.js';
import type { OpenQuestionListQuery, Question } from './open-question.dto.js';

const { code, jsonText, list, optional, scalar, text } = jsonSql;

/** When each question is open, of the measure `m` with its funding lines `f`; in the order in which they are told. */
const OPEN: Readonly<Record<Question, string>> = {
  dates: 'm.starts_on is null or m.ends_on is null',
  duration: 'm.duration_months is null and (m.starts_on is null or m.ends_on is null)',
  budget: 'm.budget_cents is null',
  source: 'f.funded is null',
  funding: 'm.budget_cents > coalesce(f.funded, 0)',
  department: 'm.responsible_unit_id is null',
};

const QUESTIONS_OPEN = `array_remove(array[
  ${Object.entries(OPEN)
    .map(([question, isOpen]) => `case when ${isOpen} then '${question}' end`)
    .join(',\n  ')}], null)`;

const BODY = jsonText({
  measureId: code('q.id'),
  code: text('q.code'),
  title: titleOf('q'),
  state: code('q.state'),
  questions: list('q.questions'),
  unfundedCents: optional(scalar('q.unfunded')),
});

const LIST = `select q.id, ${BODY} as body
  from (
    select m.id, m.code, m.title_it, m.title_en, m.state, ${QUESTIONS_OPEN} as questions,
      case when ${OPEN.funding} then m.budget_cents - coalesce(f.funded, 0) end as unfunded
    from measure m left join (
      select measure_id, sum(amount_cents) as funded from funding_line where pact_id = $1 group by measure_id
    ) f on f.measure_id = m.id
    where m.pact_id = $1 and m.state not in ('completed', 'closed') and ($2::uuid is null or m.id > $2)
  ) q
  where cardinality(q.questions) > 0 and ($3::text is null or $3 = any(q.questions))
  order by q.id limit $4`;

@Injectable()
export class OpenQuestionsQueries {
  constructor(private readonly database: Database) {}

  list(pactId: string, query: OpenQuestionListQuery, after: string[] | undefined) {
    return this.database
      .in(pactId)
      .query<{ id: string; body: string }>(LIST, [
        pactId,
        after?.[0] ?? null,
        query.question ?? null,
        limitOf(query) + 1,
      ]);
  }
}
