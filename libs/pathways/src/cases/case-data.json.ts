import { jsonSql } from '#platform';

const { code, decimal, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

const RECORD = { id: code('id'), source: text('source'), externalId: text('external_id') };
const KNOWN = { confirmedOn: optional(code('confirmed_on')), recordedAt: instant('recorded_at') };

/** Of `participant_record`. */
export const ATTRIBUTES = jsonText({
  ...RECORD,
  sex: optional(code('sex')),
  birthYear: optional(scalar('birth_year')),
  education: optional(scalar('education')),
  citizenship: optional(code('citizenship')),
  foreignBackground: optional(scalar('foreign_background')),
  minority: optional(scalar('minority')),
  disability: optional(scalar('disability')),
  housingExclusion: optional(scalar('housing_exclusion')),
  rural: optional(scalar('rural')),
  targetGroups: optional(list('target_groups')),
  ...KNOWN,
});

/** The JSON text of a row of `pathway`. */
export const PATHWAY = jsonText({
  ...RECORD,
  participantId: code('participant_id'),
  startedOn: code('started_on'),
  endedOn: optional(code('ended_on')),
  exitReason: optional(code('exit_reason')),
  measureCode: optional(text('measure_code')),
  leadActorId: optional(code('lead_actor_id')),
  accessPoint: optional(text('access_point')),
  entryStatus: optional(code('entry_status')),
  phase: optional(code('phase')),
  ...KNOWN,
});

/** Of `employment_spell`. The key of the employer tells nothing to people and is left out. */
export const EMPLOYMENT_SPELL = jsonText({
  ...RECORD,
  participantId: code('participant_id'),
  startedOn: code('started_on'),
  plannedEndOn: optional(code('planned_end_on')),
  endedOn: optional(code('ended_on')),
  endReason: optional(text('end_reason')),
  contract: code('contract'),
  hoursPerWeek: optional(decimal('hours_per_week')),
  sector: optional(text('sector')),
  ...KNOWN,
});

/** What was told of a person once, on a day: no more than its own fields. */
const NOTED = { ...RECORD, participantId: code('participant_id') };

export const LABOUR_STATUS = jsonText({
  ...NOTED,
  onDate: code('on_date'),
  status: code('status'),
  ...KNOWN,
});

export const QUALIFICATION = jsonText({
  ...NOTED,
  awardedOn: code('awarded_on'),
  level: optional(scalar('level')),
  ...KNOWN,
});

export const ASSESSMENT = jsonText({
  ...NOTED,
  scale: text('scale'),
  scaleVersion: text('scale_version'),
  onDate: code('on_date'),
  scores: json('scores'),
  ...KNOWN,
});

export const SERVICE = jsonText({
  ...NOTED,
  service: text('service'),
  onDate: code('on_date'),
  hours: decimal('hours'),
  actorId: optional(code('actor_id')),
  ...KNOWN,
});

const recordsOf = (table: string, body: string, condition = 'true') =>
  json(`select '[' || coalesce(string_agg(${body}, ',' order by id), '') || ']' from ${table}
    where pact_id = $1 and participant_id = t.id and not deleted and ${condition}`);

/** Of a row `t` of `participant`; `$1` is the pact. */
export const PARTICIPANT = {
  id: code('t.id'),
  since: instant('t.created_at'),
  attributes: recordsOf('participant_record', ATTRIBUTES),
};

/** With all that is in reach. */
export const participantCase = (inReach: string): string =>
  jsonText({
    ...PARTICIPANT,
    pathways: recordsOf('pathway', PATHWAY, inReach),
    employmentSpells: recordsOf('employment_spell', EMPLOYMENT_SPELL),
    labourStatuses: recordsOf('labour_status', LABOUR_STATUS),
    qualifications: recordsOf('qualification', QUALIFICATION),
    assessments: recordsOf('assessment', ASSESSMENT),
    services: recordsOf('service_delivered', SERVICE),
  });
