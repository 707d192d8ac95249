import { Injectable } from '@nestjs/common';
import { Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import type { AttendanceRequest, MeetingListQuery } from './meeting.dto.js';
import type { Delegation, MeetingAtHand } from './meeting.rules.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

const ATTENDANCE = jsonText({
  actorId: code('actor_id'),
  status: code('status'),
  delegateActorId: optional(code('delegate_actor_id')),
});
const ATTENDANCES = `select '[' || coalesce(string_agg(${ATTENDANCE}, ',' order by actor_id), '') || ']'
  from attendance where pact_id = m.pact_id and meeting_id = m.id`;

const BODY = jsonText({
  id: code('m.id'),
  bodyId: code('m.body_id'),
  kind: code('m.kind'),
  title: text('m.title'),
  heldOn: code('m.held_on'),
  place: optional(text('m.place')),
  agenda: json('m.agenda'),
  state: code('m.state'),
  attendance: json(ATTENDANCES),
  minutes: optional(text('m.minutes')),
  version: scalar('m.version'),
  createdAt: instant('m.created_at'),
  updatedAt: instant('m.updated_at'),
});

/** What is known of a member and of whom it wants to vote in its place, but for what the mandate allows. */
type Standing = Omit<Delegation, 'allowed'>;

/** `$3` is the member, `$4` the delegate. */
const STANDING = `
  with meeting as (select pact_id, id, body_id, held_on from meeting where pact_id = $1 and id = $2),
  voter as (
    select s.actor_id from body_member s join meeting m on m.pact_id = s.pact_id and m.body_id = s.body_id
    where s.voting and s.starts_on <= m.held_on and (s.ends_on is null or s.ends_on >= m.held_on)
  ),
  delegation as (
    select a.actor_id, a.delegate_actor_id from attendance a join meeting m on m.pact_id = a.pact_id and m.id = a.meeting_id
    where a.status = 'delegated'
  )
  select exists (select from voter where actor_id = $3) as "memberVotes",
    exists (select from voter where actor_id = $4) as "delegateVotes",
    (select count(*) from delegation where delegate_actor_id = $4 and actor_id <> $3)::int as represented,
    exists (select from delegation where actor_id = $4) as "delegateHasDelegated",
    exists (select from delegation where delegate_actor_id = $3) as "memberRepresents"`;

@Injectable()
export class MeetingsTable extends PactTable<MeetingListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'meeting',
      alias: 'm',
      from: 'meeting m',
      body: BODY,
      filters: [
        { type: 'uuid', sql: 'm.body_id = ?' },
        { type: 'text', sql: 'm.kind = ?' },
        { type: 'text', sql: 'm.state = ?' },
        { type: 'date', sql: 'm.held_on >= ?' },
        { type: 'date', sql: 'm.held_on < ?' },
      ],
      valuesOf: ({ bodyId, kind, state, from, before }) => [bodyId, kind, state, from, before],
    });
  }

  /** The last word counts. */
  async recordAttendance(
    pactId: string,
    meetingId: string,
    actorId: string,
    { status, delegateActorId }: AttendanceRequest,
  ): Promise<void> {
    await this.database.in(pactId).query(
      `insert into attendance (pact_id, meeting_id, actor_id, status, delegate_actor_id) values ($1, $2, $3, $4, $5)
       on conflict (pact_id, meeting_id, actor_id) do update
         set status = excluded.status, delegate_actor_id = excluded.delegate_actor_id, updated_at = now()`,
      [pactId, meetingId, actorId, status, delegateActorId ?? null],
    );
  }

  async standing(
    pactId: string,
    meetingId: string,
    { actorId, delegateActorId }: { actorId: string; delegateActorId: string },
  ): Promise<Standing> {
    const row = await this.database
      .in(pactId)
      .one<Standing>(STANDING, [pactId, meetingId, actorId, delegateActorId]);
    if (row === undefined) throw new Error('a select without a table gives one row');
    return row;
  }
}

/** A meeting that nobody else changes while the transaction lasts. */
export interface HeldMeeting extends MeetingAtHand {
  readonly bodyId: string;
}

export const HELD_MEETING =
  'body_id as "bodyId", state, held_on as "heldOn", minutes is not null as "hasMinutes"';
