/** A field that figures are broken down by, or that says whom a pathway belongs to: its kind, its name, its column. */
interface TellingField {
  readonly kind: 'participant' | 'pathway';
  readonly field: string;
  readonly column: string;
}

const of = (kind: TellingField['kind'], columns: Readonly<Record<string, string>>): TellingField[] =>
  Object.entries(columns).map(([field, column]) => ({ kind, field, column }));

/** What is missing there ends up in no cell of a breakdown. */
export const TELLING_FIELDS: readonly TellingField[] = [
  ...of('participant', {
    sex: 'sex',
    birthYear: 'birth_year',
    education: 'education',
    citizenship: 'citizenship',
    foreignBackground: 'foreign_background',
    minority: 'minority',
    disability: 'disability',
    housingExclusion: 'housing_exclusion',
    rural: 'rural',
    targetGroups: 'target_groups',
  }),
  ...of('pathway', {
    entryStatus: 'entry_status',
    leadActorId: 'lead_actor_id',
    measureCode: 'measure_code',
    accessPoint: 'access_point',
  }),
];
