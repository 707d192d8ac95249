import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests of the present minute, where there is no Redis to count them. Unlogged: after a crash it is empty, which
 * costs one minute of limits and spares the log. Its columns, and their order, are those of rate-limiter-flexible.
 */
export class RequestCounts1760000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table request_count (
        key text not null,
        points integer not null,
        expire bigint not null,
        constraint request_count_pk primary key (key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_count');
  }
}
