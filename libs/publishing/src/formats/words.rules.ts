export type Language = 'it' | 'en';

type Words = Readonly<Record<string, readonly [it: string, en: string]>>;

const BREAKDOWNS: Words = {
  sex: ['Sesso', 'Sex'],
  ageGroup: ['Età all’avvio', 'Age at start'],
  education: ['Titolo di studio (ISCED)', 'Education (ISCED)'],
  citizenship: ['Cittadinanza', 'Citizenship'],
  disability: ['Disabilità', 'Disability'],
  entryStatus: ['Condizione occupazionale all’avvio', 'Employment status at start'],
  targetGroup: ['Gruppo di destinatari', 'Target group'],
  territory: ['Territorio', 'Territory'],
  leadActor: ['Attore responsabile', 'Lead actor'],
  system: ['Sistema', 'System'],
  measure: ['Misura', 'Measure'],
  accessPoint: ['Punto di accesso', 'Access point'],
  resourceKind: ['Tipo di risorsa', 'Kind of resource'],
};

const VALUES: Words = {
  F: ['Donne', 'Women'],
  M: ['Uomini', 'Men'],
  X: ['Altro', 'Other'],
  unknown: ['Non noto', 'Unknown'],
  it: ['Italiana', 'Italian'],
  eu: ['Unione europea', 'European Union'],
  third_country: ['Paese terzo', 'Third country'],
  unemployed: ['Disoccupati', 'Unemployed'],
  long_term_unemployed: ['Disoccupati di lunga durata', 'Long-term unemployed'],
  inactive: ['Inattivi', 'Inactive'],
  employed: ['Occupati', 'Employed'],
  true: ['Sì', 'Yes'],
  false: ['No', 'No'],
  public: ['Sistema pubblico', 'Public system'],
  third_sector: ['Terzo settore', 'Third sector'],
  economic_productive: ['Sistema economico-produttivo', 'Economic and productive system'],
  community: ['Attori della comunità', 'Community'],
  money: ['Denaro', 'Money'],
  staff_time: ['Ore di personale', 'Staff time'],
  competence: ['Competenze', 'Competence'],
  space: ['Spazi', 'Space'],
  equipment: ['Attrezzature', 'Equipment'],
  places: ['Posti', 'Places'],
  data: ['Dati', 'Data'],
  service: ['Servizi', 'Services'],
};

const NAMES: Words = {
  indicator: ['Indicatore', 'Indicator'],
  pact: ['Patto', 'Pact'],
  period: ['Periodo', 'Period'],
  figures: ['Valori', 'Figures'],
  definitions: ['Definizioni', 'Definitions'],
  total: ['Totale', 'Total'],
  'since-start': ['Dall’inizio', 'Since the start'],
};

/** Why a value is not there, by the status that the files give. */
const STATUSES: Words = {
  c: ['Oscurato per tutela della riservatezza', 'Suppressed to protect persons'],
  'no-cases': ['Nessun caso', 'No cases'],
  'not-observed': ['Non ancora osservabile', 'Not observed long enough'],
  'units-differ': ['Unità diverse non si sommano', 'Different units are not added'],
  'settings-differ': ['Regole diverse tra i patti', 'The pacts have different rules'],
};

/** The word for a code; the code itself where it is a name of its own, such as a territory or a period. */
const said = (words: Words, code: string, language: Language): string =>
  words[code]?.[language === 'it' ? 0 : 1] ?? code;

export const nameOf = (code: string, language: Language): string => said(NAMES, code, language);
export const breakdownName = (code: string, language: Language): string => said(BREAKDOWNS, code, language);
export const valueName = (code: string, language: Language): string => said(VALUES, code, language);
export const statusName = (code: string, language: Language): string => said(STATUSES, code, language);
