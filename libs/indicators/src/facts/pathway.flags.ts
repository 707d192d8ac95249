/** What indicators ask of each pathway again and again, and the generated column of `fact_pathway` that answers it. */
export const PATHWAY_PRECOMPUTED: Readonly<Record<string, string>> = {
  "date_trunc('month', given.started_on::timestamp)::date": 'given.started_month',
  "date_trunc('quarter', given.started_on::timestamp)::date": 'given.started_quarter',
  "date_trunc('month', given.ended_on::timestamp)::date": 'given.ended_month',
  "date_trunc('quarter', given.ended_on::timestamp)::date": 'given.ended_quarter',
  "entry_status in ('unemployed', 'long_term_unemployed')": 'is_unemployed',
  "entry_status in ('long_term_unemployed')": 'is_long_term_unemployed',
  "entry_status in ('inactive')": 'is_inactive',
  "entry_status in ('employed')": 'is_employed',
  "age_group in ('<18')": 'is_under_18',
  "age_group in ('18-29')": 'is_18_to_29',
  "age_group in ('55+')": 'is_55_or_over',
  "education in ('0-2')": 'has_isced_0_2',
  "education in ('3-4')": 'has_isced_3_4',
  "education in ('5-8')": 'has_isced_5_8',
  "disability in ('yes')": 'has_disability',
  "citizenship in ('third_country')": 'is_third_country',
  "foreign_background in ('yes')": 'has_foreign_background',
  "minority in ('yes')": 'is_minority',
  "housing_exclusion in ('yes')": 'is_housing_excluded',
  "rural in ('yes')": 'is_rural',
  "exit_reason in ('completed')": 'is_completed',
  "exit_reason in ('dropped_out')": 'is_dropped_out',
  "left_as in ('searching')": 'left_searching',
  "left_as in ('in_education')": 'left_in_education',
  "left_as in ('employed', 'self_employed')": 'left_employed',
};

/** Their names. */
export const PATHWAY_FLAGS: readonly string[] = Object.values(PATHWAY_PRECOMPUTED).map((column) =>
  column.replace('given.', ''),
);
