import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';

/**
 * Jobs that nobody tries any more, until an administrator has them done again. Like jobs they hold ids, never data. The
 * same job that fails again before that is the same letter.
 */
export class DeadLetters1760000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dead_letter (
        id uuid not null,
        job text not null,
        data jsonb not null,
        code text not null,
        attempts integer not null,
        since timestamptz not null default now(),
        failed_at timestamptz not null default now(),
        replayed_at timestamptz,
        replayed_by text,
        constraint dead_letter_pk primary key (id),
        constraint dead_letter_replay_ck check ((replayed_at is null) = (replayed_by is null))
      );
      create unique index dead_letter_open_uq on dead_letter (job, data) where replayed_at is null;

      ${audited('dead_letter', {
        key: 'id',
        told: 'job, data, code, attempts, since, failed_at, replayed_at, replayed_by',
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table dead_letter`);
  }
}
