import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

/**
 * Which templates were applied to a pact, and what each item said then: what the pact has changed since is its own, and
 * no template says it again. Prompts are questions of a template that the pact has still to answer.
 */
export class Templates1760000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table template_application (
        pact_id uuid not null,
        id uuid not null,
        template text not null,
        template_version integer not null,
        language text not null,
        counts jsonb not null,
        applied_by text not null,
        applied_at timestamptz not null default now(),
        constraint template_application_pk primary key (pact_id, id),
        constraint template_application_pact_fk foreign key (pact_id) references pact (id),
        constraint template_application_language_ck check (language in ('it', 'en'))
      );
      create trigger template_application_append_only before update or delete on template_application
        for each row execute function refuse_change();

      create table template_item (
        pact_id uuid not null,
        part text not null,
        code text not null,
        row_id uuid,
        said text not null,
        application_id uuid not null,
        constraint template_item_pk primary key (pact_id, part, code),
        constraint template_item_application_fk foreign key (pact_id, application_id)
          references template_application (pact_id, id)
      );
      create index template_item_application_ix on template_item (pact_id, application_id);

      create table prompt (
        pact_id uuid not null,
        id uuid not null,
        code text not null,
        about text not null,
        kind text not null,
        text_it text not null,
        text_en text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint prompt_pk primary key (pact_id, id),
        constraint prompt_code_uq unique (pact_id, code),
        constraint prompt_pact_fk foreign key (pact_id) references pact (id),
        constraint prompt_about_ck check (about in ('swot', 'territory', 'stakeholder', 'decision'))
      );

      ${inPacts('template_application')}
      ${inPacts('template_item')}
      ${inPacts('prompt')}
      ${audited('template_application', {
        pact: 'pact_id',
        key: 'id',
        told: 'template, template_version, language, counts, applied_by, applied_at',
      })}
      ${audited('prompt', { pact: 'pact_id', key: 'id', told: 'code, about, kind, text_it, text_en, version' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table prompt, template_item, template_application`);
  }
}
