import { uuidv7 } from '#kernel';
import type { Database } from '#platform';

export interface SpellRecord {
  readonly externalId: string;
  readonly participantId: string;
  readonly startedOn: string;
  readonly plannedEndOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly contract?: string;
  readonly employer?: string | undefined;
  readonly confirmedOn?: string | undefined;
  readonly deleted?: boolean;
}

export interface PathwayRecord {
  readonly externalId: string;
  readonly participantId: string;
  readonly startedOn: string;
  readonly endedOn?: string | undefined;
  readonly exitReason?: string | undefined;
  readonly measureCode?: string | undefined;
  readonly leadActorId?: string | undefined;
  readonly confirmedOn?: string | undefined;
  readonly deleted?: boolean;
}

export interface ParticipantRecord {
  readonly externalId: string;
  readonly participantId: string;
  readonly sex?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly confirmedOn?: string | undefined;
  readonly deleted?: boolean;
}

export interface Push {
  readonly source: string;
  readonly receivedAt?: string;
  readonly participants?: readonly ParticipantRecord[];
  readonly pathways?: readonly PathwayRecord[];
  readonly spells?: readonly SpellRecord[];
}

/** Records as intake leaves them, written straight into the tables: for tests of what is computed from them. */
export class Records {
  constructor(
    private readonly database: Database,
    readonly pactId = uuidv7(),
  ) {}

  async pact(startsOn: string): Promise<this> {
    await this.database.query(
      `insert into pact (id, title, common_agenda, starts_on, state, ratification_rule)
       values ($1, 'A pact', 'An agenda', $2, 'active', '{}')`,
      [this.pactId, startsOn],
    );
    return this;
  }

  async run(): Promise<string> {
    const id = uuidv7();
    await this.database.query(
      `insert into monitoring_run (pact_id, id, trigger, status, requested_by) values ($1, $2, 'request', 'running', 'test')`,
      [this.pactId, id],
    );
    return id;
  }

  /** A later record with the same external id replaces the earlier one of its source; `former` are its owners before. */
  async push(push: Push, former: readonly string[] = []): Promise<void> {
    const { source, receivedAt, participants = [], pathways = [], spells = [] } = push;
    const all = [...participants, ...pathways, ...spells];
    const touched = [...new Set([...all.map((record) => record.participantId), ...former])];
    await this.database.query(
      `insert into outcome_source (code, owner_id) values ($1, 'test') on conflict do nothing`,
      [source],
    );
    await this.database.query(
      `insert into participant (pact_id, id) select $1, unnest($2::uuid[]) on conflict do nothing`,
      [this.pactId, touched],
    );
    const batchId = await this.batch(source, receivedAt, touched);
    await this.upsert('participant_record', PARTICIPANT, batchId, source, participants);
    await this.upsert('pathway', PATHWAY, batchId, source, pathways);
    await this.upsert('employment_spell', SPELL, batchId, source, spells);
  }

  private async batch(
    source: string,
    receivedAt: string | undefined,
    touched: readonly string[],
  ): Promise<string> {
    const id = uuidv7();
    await this.database.query(
      `insert into outcome_batch (pact_id, id, source, mode, status, received, created, updated, unchanged, deleted,
         rejected, participants, pushed_by, received_at)
       values ($1, $2, $3, 'partial', 'succeeded', 0, 0, 0, 0, 0, 0, $4, 'test', coalesce($5::timestamptz, now()))`,
      [this.pactId, id, source, touched, receivedAt ?? null],
    );
    return id;
  }

  private async upsert(
    table: string,
    columns: Readonly<Record<string, string>>,
    batchId: string,
    source: string,
    records: readonly object[],
  ): Promise<void> {
    const names = Object.keys(columns);
    const typed = names.map((name) => `${name} ${columns[name]}`).join(', ');
    const rows = records.map((record) => ({ id: uuidv7(), deleted: false, ...snakeCased(record) }));
    await this.database.query(
      `insert into ${table} (pact_id, batch_id, source, id, ${names.join(', ')})
       select $1, $2, $3, id, ${names.join(', ')} from jsonb_to_recordset($4::jsonb) as r(id uuid, ${typed})
       on conflict (pact_id, source, external_id) do update
         set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}, recorded_at = now()`,
      [this.pactId, batchId, source, JSON.stringify(rows)],
    );
  }
}

const COMMON = { external_id: 'text', participant_id: 'uuid', confirmed_on: 'date', deleted: 'boolean' };
const PARTICIPANT = { ...COMMON, sex: 'text', birth_year: 'smallint', target_groups: 'text[]' };
const PATHWAY = {
  ...COMMON,
  started_on: 'date',
  ended_on: 'date',
  exit_reason: 'text',
  measure_code: 'text',
  lead_actor_id: 'uuid',
};
const SPELL = {
  ...COMMON,
  started_on: 'date',
  planned_end_on: 'date',
  ended_on: 'date',
  contract: 'text',
  employer_key: 'bytea',
};

function snakeCased(record: object): Record<string, unknown> {
  const { employer, ...fields } = { contract: 'A.01.00', ...record } as Record<string, unknown>;
  const renamed = Object.entries(fields).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return {
    ...Object.fromEntries(renamed),
    ...(typeof employer === 'string' && { employer_key: `\\x${Buffer.from(employer).toString('hex')}` }),
  };
}
