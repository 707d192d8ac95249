import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database } from '#platform';
import { completeSettings, type ChosenSettings, type IndicatorSettings } from './indicator-settings.rules.js';

export interface PactSettings {
  readonly startsOn: Day;
  /** 0 as long as nothing was chosen and the defaults hold. */
  readonly version: number;
  readonly settings: IndicatorSettings;
}

interface Row {
  readonly startsOn: Day;
  readonly version: number;
  readonly chosen: ChosenSettings | null;
}

@Injectable()
export class IndicatorSettingsQueries {
  constructor(private readonly database: Database) {}

  async ofPact(pactId: string): Promise<PactSettings | undefined> {
    const row = await this.database.in(pactId).one<Row>(
      `select p.starts_on as "startsOn", coalesce(s.version, 0) as version, s.settings as chosen
       from pact p left join indicator_settings s on s.pact_id = p.id where p.id = $1`,
      [pactId],
    );
    return (
      row && { startsOn: row.startsOn, version: row.version, settings: completeSettings(row.chosen ?? {}) }
    );
  }

  /** False when the stored version is not the expected one. */
  async replace(pactId: string, expected: number, settings: IndicatorSettings): Promise<boolean> {
    const statement =
      expected === 0
        ? `insert into indicator_settings (pact_id, settings, version) values ($1, $2, $3::int + 1)
           on conflict (pact_id) do nothing returning version`
        : `update indicator_settings set settings = $2, version = version + 1, updated_at = now()
           where pact_id = $1 and version = $3 returning version`;
    const row = await this.database.in(pactId).one(statement, [pactId, JSON.stringify(settings), expected]);
    return row !== undefined;
  }

  /** The pact's figures no longer follow from its settings: they are to be computed again. */
  async markDue(pactId: string): Promise<void> {
    await this.database.in(pactId).query(`select mark_due($1, '{people,agreements}')`, [pactId]);
  }
}
