import { MANDATE_TERMS } from '#governance';
import { uuidv7 } from '#kernel';
import type { Language } from '#platform';
import type { Item, Kept, Part } from './part.js';
import { byCode, inOne, keeping, type Words } from './words.js';

/** What a template asks and the pact is to answer. */
const prompts: Part = {
  name: 'prompts',
  keyOf: byCode,
  ...keeping({ name: { both: 'text' }, about: 'plain', kind: 'plain' }),
  read: `select id, true as is_exported, true as is_open, jsonb_build_object('code', code, 'textIt', text_it, 'textEn', text_en,
      'about', about, 'kind', kind) as kept
    from prompt where pact_id = $1`,
  write: [
    `insert into prompt as t (pact_id, id, code, text_it, text_en, about, kind)
     select $1, id, code, "textIt", "textEn", about, kind
     from jsonb_to_recordset($2::jsonb)
       as i (id uuid, code text, "textIt" text, "textEn" text, about text, kind text)
     on conflict on constraint prompt_pk do update set text_it = excluded.text_it, text_en = excluded.text_en,
       about = excluded.about, kind = excluded.kind, version = t.version + 1, updated_at = now()`,
  ],
};

interface Mandate {
  readonly purpose: Words;
  readonly powers?: readonly Words[];
}

const body = keeping({
  name: { one: 'name' },
  description: { one: 'description' },
  kind: 'plain',
  level: 'plain',
  parent: 'plain',
});

/** A body has no code of its own: it is known by that of the template it came from, or by the end of its id. */
const CODE_OF_BODY = (alias: string): string =>
  `coalesce((select i.code from template_item i where i.pact_id = ${alias}.pact_id and i.part = 'bodies'
      and i.row_id = ${alias}.id), 'body-' || right(${alias}.id::text, 12))`;

/** The mandate that is in force, or else the latest one; its length in whole months. */
const MANDATE = `(
  select jsonb_build_object('purpose', m.purpose, 'powers', m.powers, 'quorum', m.quorum, 'majority', m.majority,
      'ties', m.ties, 'delegationsPerDelegate', m.delegations_per_delegate,
      'durationMonths', least(240, greatest(1, round((m.ends_on - m.starts_on) / 30.4375)))::int)
  from mandate m where m.pact_id = b.pact_id and m.body_id = b.id
  order by current_date between m.starts_on and m.ends_on desc, m.starts_on desc limit 1)`;

const bodies: Part = {
  name: 'bodies',
  keyOf: byCode,
  keep: (item: Item, language: Language): Kept => ({
    ...body.keep(item, language),
    ...(item.mandate !== undefined && { mandate: keptMandate(item.mandate as Mandate, language) }),
  }),
  tell: (row: Kept, language: Language): Item => ({
    ...body.tell(row, language),
    ...(row.mandate !== undefined && { mandate: toldMandate(row.mandate as KeptMandate, language) }),
  }),
  unwatched: ['mandate'],
  whenNew: () => ({ mandateId: uuidv7() }),
  arcOf: ({ code, parent }) => (typeof parent === 'string' ? [String(code), parent] : undefined),
  read: `select b.id, b.closed_on is null or b.closed_on >= current_date as is_exported,
      b.closed_on is null or b.closed_on >= current_date as is_open,
      jsonb_build_object('code', ${CODE_OF_BODY('b')}, 'name', b.name, 'description', b.description, 'kind', b.kind,
        'level', b.level, 'parent', case when p.id is not null then ${CODE_OF_BODY('p')} end,
        'mandate', ${MANDATE}) as kept
    from body b left join body p on p.pact_id = b.pact_id and p.id = b.parent_body_id
    where b.pact_id = $1`,
  write: [
    `insert into body as t (pact_id, id, kind, level, name, description, parent_body_id, opened_on)
     select $1, id, kind, level, name, description, (ids ->> 'parent')::uuid, (now() at time zone 'Europe/Rome')::date
     from jsonb_to_recordset($2::jsonb)
       as i (id uuid, kind text, level text, name text, description text, ids jsonb)
     on conflict on constraint body_pk do update set kind = excluded.kind, level = excluded.level,
       name = excluded.name, description = excluded.description, parent_body_id = excluded.parent_body_id,
       version = t.version + 1, updated_at = now()`,
    `with given as (
       insert into mandate (pact_id, id, body_id, purpose, powers, starts_on, ends_on, quorum, majority, ties,
         delegations_per_delegate)
       select $1, "mandateId", i.id, mandate ->> 'purpose',
         array(select jsonb_array_elements_text(coalesce(mandate -> 'powers', '[]'))), b.opened_on,
         (b.opened_on + make_interval(months => (mandate ->> 'durationMonths')::int))::date - 1,
         mandate ->> 'quorum', mandate ->> 'majority', mandate ->> 'ties',
         (mandate ->> 'delegationsPerDelegate')::smallint
       from jsonb_to_recordset($2::jsonb) as i (id uuid, "mandateId" uuid, "isNew" boolean, mandate jsonb)
         join body b on b.pact_id = $1 and b.id = i.id
       where "isNew" and mandate is not null
       returning *)
     insert into mandate_version (pact_id, mandate_id, version, terms, made_by)
     select m.pact_id, m.id, m.version, ${MANDATE_TERMS}, $2::jsonb -> 0 ->> 'by' from given m`,
  ],
};

type KeptMandate = Omit<Mandate, 'purpose' | 'powers'> & {
  readonly purpose: string;
  readonly powers?: readonly string[];
};

const keptMandate = ({ purpose, powers, ...rules }: Mandate, language: Language): KeptMandate => ({
  ...rules,
  purpose: inOne(purpose, language) ?? '',
  powers: (powers ?? []).map((power) => inOne(power, language) ?? ''),
});

const toldMandate = ({ purpose, powers = [], ...rules }: KeptMandate, language: Language): Mandate => ({
  ...rules,
  purpose: { [language]: purpose },
  ...(powers.length > 0 && { powers: powers.map((power) => ({ [language]: power })) }),
});

/** One row of its own, under the id of the pact. */
const cadence: Part = {
  name: 'cadence',
  keyOf: () => 'cadence',
  ...keeping({ consultationsAYear: 'plain', verificationMeetingsAYear: 'plain' }),
  read: `select pact_id as id, true as is_exported, true as is_open, jsonb_build_object('consultationsAYear', consultations_a_year,
      'verificationMeetingsAYear', verification_meetings_a_year) as kept
    from cadence where pact_id = $1`,
  write: [
    `insert into cadence as t (pact_id, consultations_a_year, verification_meetings_a_year, mandate_notice_days)
     select $1, "consultationsAYear", "verificationMeetingsAYear", 60
     from jsonb_to_recordset($2::jsonb) as i ("consultationsAYear" smallint, "verificationMeetingsAYear" smallint)
     on conflict on constraint cadence_pk do update set consultations_a_year = excluded.consultations_a_year,
       verification_meetings_a_year = excluded.verification_meetings_a_year, version = t.version + 1,
       updated_at = now()`,
  ],
};

export const GOVERNANCE_PARTS: readonly Part[] = [prompts, bodies, cadence];
