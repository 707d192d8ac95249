import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Catalogue } from '#indicators';
import { Database } from '#platform';

/** Tells BI tools, which only see the database, what the indicators of this release mean. */
@Injectable()
export class ReportedCatalogue implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
  ) {}

  /** Writes nothing where it says the same already. An indicator that is gone stays: its figures do, too. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.query(
      `insert into reporting.catalogue as known (code, version, label_it, label_en, rule_it, rule_en, formula, unit,
         direction, type, counts, period_rule, breakdowns)
       select code, version, label_it, label_en, rule_it, rule_en, formula, unit, direction, type, counts, period_rule,
         breakdowns
       from json_to_recordset($1::json) as told(code text, version integer, label_it text, label_en text, rule_it text,
         rule_en text, formula text, unit text, direction text, type text, counts text, period_rule text,
         breakdowns text[])
       order by code
       on conflict (code) do update set version = excluded.version, label_it = excluded.label_it,
         label_en = excluded.label_en, rule_it = excluded.rule_it, rule_en = excluded.rule_en,
         formula = excluded.formula, unit = excluded.unit, direction = excluded.direction, type = excluded.type,
         counts = excluded.counts, period_rule = excluded.period_rule, breakdowns = excluded.breakdowns
       where known is distinct from excluded`,
      [JSON.stringify(this.rows())],
    );
  }

  private rows(): object[] {
    return this.catalogue.all.map(({ label, rule, period, breakdowns, ...definition }) => ({
      code: definition.code,
      version: definition.version,
      label_it: label.it,
      label_en: label.en,
      rule_it: rule.it,
      rule_en: rule.en,
      formula: definition.formula,
      unit: definition.unit,
      direction: definition.direction,
      type: definition.type,
      counts: definition.counts,
      period_rule: period.kind,
      breakdowns: breakdowns.map((cut) => [...cut].sort().join(',')),
    }));
  }
}
