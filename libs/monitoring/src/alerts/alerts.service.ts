import { Injectable } from '@nestjs/common';
import { uuidv7, type Day } from '#kernel';
import { PactsService } from '#pacts';
import { Database, Log, notFound, Resource, type Language } from '#platform';
import { AlertRules } from './alert-rules.js';
import { AlertsQueries } from './alerts.queries.js';

interface Due {
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_key: string;
  readonly since: Day;
  readonly actor_id: string | null;
}

/** What stood and is so no more. `$2` are the kinds and keys of what is still so. */
const RESOLVE = `
  update alert a set resolved_at = now()
  where pact_id = $1 and resolved_at is null
    and not exists (select from jsonb_to_recordset($2) as d (kind text, subject_key text)
      where d.kind = a.kind and d.subject_key = a.subject_key)
  returning id`;

/** What is new. Of what stands already it may be somebody else who must act by now. */
const RAISE = `
  insert into alert as a
    (pact_id, id, kind, subject_kind, subject_id, subject_key, since, must_act, must_act_actor_id)
  select $1, id, kind, subject_kind, subject_id, subject_key, since,
    case when actor_id is null then 'coordinator' else 'actor' end, actor_id
  from jsonb_to_recordset($2) as d (id uuid, kind text, subject_kind text, subject_id uuid, subject_key text,
    since date, actor_id uuid)
  on conflict (pact_id, kind, subject_key) where resolved_at is null do update
    set since = excluded.since, must_act = excluded.must_act, must_act_actor_id = excluded.must_act_actor_id
    where (a.since, a.must_act_actor_id) is distinct from (excluded.since, excluded.must_act_actor_id)
  returning id`;

/** Looks at a pact on a day: what is amiss is raised once, and resolved when it is so no more. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly rules: AlertRules,
    private readonly queries: AlertsQueries,
    private readonly log: Log,
  ) {}

  async watch(pactId: string, today: Day): Promise<void> {
    await this.database.transaction(async () => {
      await this.pacts.hold(pactId);
      const database = this.database.in(pactId);
      const found = await database.query<Due>(this.rules.due, [pactId, today]);
      const due = JSON.stringify(found.map((each) => ({ ...each, id: uuidv7() })));
      const { length: resolved } = await database.query(RESOLVE, [pactId, due]);
      const { length: raised } = await database.query(RAISE, [pactId, due]);
      this.log.info({ pactId, raised, resolved, standing: found.length }, 'alerts were looked at');
    });
  }

  async get(pactId: string, id: string, language: Language): Promise<Resource> {
    const row = await this.queries.show(pactId, id, language);
    if (row === undefined) throw notFound();
    return new Resource(row.body, undefined, { 'Content-Language': language, Vary: 'Accept-Language' });
  }
}
