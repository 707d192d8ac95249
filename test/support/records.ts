import { uuidv7 } from '#kernel';
import type { Database } from '#platform';

export interface SpellRecord {
  readonly externalId: string;
  readonly participantId: string;
  readonly startedOn: string;
  readonly plannedEndOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly contract?: string;
  readonly hoursPerWeek?: number | undefined;
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
  readonly accessPoint?: string | undefined;
  readonly entryStatus?: string | undefined;
  readonly confirmedOn?: string | undefined;
  readonly deleted?: boolean;
}

export interface ParticipantRecord {
  readonly externalId: string;
  readonly participantId: string;
  readonly sex?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly education?: number | undefined;
  readonly citizenship?: string | undefined;
  readonly disability?: boolean | undefined;
  readonly foreignBackground?: boolean | undefined;
  readonly minority?: boolean | undefined;
  readonly housingExclusion?: boolean | undefined;
  readonly rural?: boolean | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly confirmedOn?: string | undefined;
  readonly deleted?: boolean;
}

/** Records of what happened on a day, by their table. */
export interface DayRecord {
  readonly externalId: string;
  readonly participantId: string;
  readonly confirmedOn?: string | undefined;
  readonly deleted?: boolean;
  readonly [field: string]: unknown;
}

export interface Push {
  readonly source: string;
  readonly receivedAt?: string;
  readonly participants?: readonly ParticipantRecord[];
  readonly pathways?: readonly PathwayRecord[];
  readonly spells?: readonly SpellRecord[];
  /** `onDate`, `status` */
  readonly statuses?: readonly DayRecord[];
  /** `awardedOn` */
  readonly qualifications?: readonly DayRecord[];
  /** `scale`, `scaleVersion`, `onDate`, `scores` */
  readonly assessments?: readonly DayRecord[];
  /** `service`, `onDate`, `hours` */
  readonly services?: readonly DayRecord[];
}

const LISTS = [
  'participants',
  'pathways',
  'spells',
  'statuses',
  'qualifications',
  'assessments',
  'services',
] as const;

interface Told {
  readonly externalId: string;
  readonly participantId: string;
}

export const recordsOf = (push: Push): readonly Told[] =>
  LISTS.flatMap((list): readonly Told[] => push[list] ?? []);

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
    const { source, receivedAt } = push;
    const touched = [...new Set([...recordsOf(push).map((record) => record.participantId), ...former])];
    await this.database.query(
      `insert into outcome_source (code, owner_id) values ($1, 'test') on conflict do nothing`,
      [source],
    );
    await this.database.query(
      `insert into participant (pact_id, id) select $1, unnest($2::uuid[]) on conflict do nothing`,
      [this.pactId, touched],
    );
    const batchId = await this.batch(source, receivedAt, touched);
    for (const list of LISTS) {
      const { table, columns } = TABLES[list];
      await this.upsert({ table, columns, batchId, source }, push[list] ?? []);
    }
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
    { table, columns, batchId, source }: Table & { readonly batchId: string; readonly source: string },
    records: readonly object[],
  ): Promise<void> {
    if (records.length === 0) return;
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

interface Table {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
}

const COMMON = { external_id: 'text', participant_id: 'uuid', confirmed_on: 'date', deleted: 'boolean' };
const TABLES: Readonly<Record<(typeof LISTS)[number], Table>> = {
  participants: {
    table: 'participant_record',
    columns: {
      ...COMMON,
      sex: 'text',
      birth_year: 'smallint',
      education: 'smallint',
      citizenship: 'text',
      disability: 'boolean',
      foreign_background: 'boolean',
      minority: 'boolean',
      housing_exclusion: 'boolean',
      rural: 'boolean',
      target_groups: 'text[]',
    },
  },
  pathways: {
    table: 'pathway',
    columns: {
      ...COMMON,
      started_on: 'date',
      ended_on: 'date',
      exit_reason: 'text',
      measure_code: 'text',
      lead_actor_id: 'uuid',
      access_point: 'text',
      entry_status: 'text',
    },
  },
  spells: {
    table: 'employment_spell',
    columns: {
      ...COMMON,
      started_on: 'date',
      planned_end_on: 'date',
      ended_on: 'date',
      contract: 'text',
      hours_per_week: 'numeric',
      employer_key: 'bytea',
    },
  },
  statuses: { table: 'labour_status', columns: { ...COMMON, on_date: 'date', status: 'text' } },
  qualifications: { table: 'qualification', columns: { ...COMMON, awarded_on: 'date' } },
  assessments: {
    table: 'assessment',
    columns: { ...COMMON, on_date: 'date', scale: 'text', scale_version: 'text', scores: 'jsonb' },
  },
  services: {
    table: 'service_delivered',
    columns: { ...COMMON, on_date: 'date', service: 'text', hours: 'numeric' },
  },
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
