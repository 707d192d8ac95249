/** Programmes that all pacts of the demo draw on. */
export const PROGRAMMES = [
  {
    code: 'pr-fse-plus',
    kind: 'esf_plus',
    title: { it: 'Programma regionale FSE+', en: 'Regional ESF+ programme' },
  },
  {
    code: 'pn-lavoro',
    kind: 'national',
    title: { it: 'Programma nazionale per il lavoro', en: 'National programme for work' },
  },
  {
    code: 'fondo-sociale',
    kind: 'regional',
    title: { it: 'Fondo sociale regionale', en: 'Regional social fund' },
  },
  {
    code: 'bilanci-comunali',
    kind: 'municipal',
    title: { it: 'Bilanci dei comuni', en: 'Budgets of municipalities' },
  },
] as const;

/** What the European programme gives out: an amount for each territory, without a competition. */
export const CALL = {
  programme: 'pr-fse-plus',
  code: 'patti-territoriali',
  title: { it: 'Sostegno ai patti territoriali', en: 'Support of territorial pacts' },
  isCompetitive: false,
} as const;

export const PILLARS = [
  { code: 'accesso', title: { it: 'Accesso e accompagnamento', en: 'Access and accompaniment' } },
  { code: 'imprese', title: { it: 'Competenze e imprese', en: 'Skills and firms' } },
  { code: 'vita', title: { it: 'Casa, viaggi, cura', en: 'Homes, ways, care' } },
] as const;

/** A result under each pillar, and the problem whose answer it shows. */
export const RESULTS = [
  {
    code: 'porta-unica',
    pillar: 'accesso',
    problem: 'servizi-divisi',
    text: { it: 'Ogni comune ha un punto di accesso, e tutti lo conoscono' },
  },
  {
    code: 'posti-veri',
    pillar: 'imprese',
    problem: 'competenze-lontane',
    text: { it: 'Metà dei tirocini diventa un contratto' },
  },
  {
    code: 'vita-possibile',
    pillar: 'vita',
    problem: 'vita-difficile',
    text: { it: 'Nessuno lascia un lavoro per la casa o per i viaggi' },
  },
] as const;

/** The departments that answer, by the last part of their actor's key. */
export const UNITS: Readonly<Record<string, string>> = {
  ambito: 'Équipe lavoro e inclusione',
  comune: 'Settore politiche sociali',
  impiego: 'Area collocamento e tirocini',
};

export interface MeasureText {
  /** As partner systems name it in the pathways they push. */
  readonly code: string;
  readonly title: { readonly it: string; readonly en: string };
  readonly instrument: string;
  readonly targetGroups: readonly string[];
  readonly pillar: string;
  /** Problems whose objectives it serves, as far as the territory has them. */
  readonly answers: readonly string[];
  readonly indicators: readonly string[];
  /** What has been settled; absent: proposed, and all of it is still open. */
  readonly settled?: {
    readonly desk: string;
    readonly state: 'approved' | 'running' | 'completed';
    readonly afterMonths: number;
    readonly months: number;
    /** Thousands of euros. */
    readonly budget: readonly [min: number, max: number];
    /** How much of the budget each programme gives. */
    readonly shares: Readonly<Record<string, number>>;
  };
  readonly vouchers?: number;
}

export const MEASURES: readonly MeasureText[] = [
  {
    code: 'sportello',
    title: { it: 'Sportello unico', en: 'One-stop desk' },
    instrument: 'service',
    targetGroups: ['citizens'],
    pillar: 'accesso',
    answers: ['servizi-divisi', 'contatto-tardivo'],
    indicators: ['participants_reached'],
    settled: {
      desk: 'comune',
      state: 'running',
      afterMonths: 2,
      months: 48,
      budget: [80, 200],
      shares: { 'bilanci-comunali': 0.4, 'pr-fse-plus': 0.6 },
    },
  },
  {
    code: 'accompagnamento',
    title: { it: 'Accompagnamento personale', en: 'Personal accompaniment' },
    instrument: 'accompaniment',
    targetGroups: ['long_term_unemployed', 'leaving_care'],
    pillar: 'accesso',
    answers: ['servizi-divisi', 'dati-separati'],
    indicators: ['pathways_started', 'completion_rate'],
    settled: {
      desk: 'ambito',
      state: 'running',
      afterMonths: 1,
      months: 60,
      budget: [150, 400],
      shares: { 'pr-fse-plus': 0.7, 'fondo-sociale': 0.3 },
    },
  },
  {
    code: 'tirocini',
    title: { it: 'Tirocini in azienda', en: 'Traineeships in firms' },
    instrument: 'employer_incentive',
    targetGroups: ['neet', 'migrant'],
    pillar: 'imprese',
    answers: ['competenze-lontane', 'imprese-sole'],
    indicators: ['placement_rate_180', 'job_retention_180'],
    settled: {
      desk: 'impiego',
      state: 'running',
      afterMonths: 3,
      months: 48,
      budget: [120, 300],
      shares: { 'pr-fse-plus': 0.5, 'pn-lavoro': 0.5 },
    },
  },
  {
    code: 'formazione-breve',
    title: { it: 'Buoni per corsi brevi', en: 'Vouchers for short courses' },
    instrument: 'voucher',
    targetGroups: ['workers', 'long_term_unemployed'],
    pillar: 'imprese',
    answers: ['competenze-lontane', 'corsi-lontani'],
    indicators: ['placement_rate_180'],
    settled: {
      desk: 'impiego',
      state: 'running',
      afterMonths: 4,
      months: 36,
      budget: [60, 150],
      shares: { 'pn-lavoro': 1 },
    },
    vouchers: 12,
  },
  {
    code: 'collocamento-mirato',
    title: { it: 'Collocamento mirato', en: 'Supported placement' },
    instrument: 'employer_incentive',
    targetGroups: ['disability'],
    pillar: 'imprese',
    answers: ['competenze-lontane'],
    indicators: ['job_retention_365'],
    settled: {
      desk: 'impiego',
      state: 'running',
      afterMonths: 2,
      months: 60,
      budget: [90, 220],
      shares: { 'pn-lavoro': 0.6, 'fondo-sociale': 0.2 },
    },
  },
  {
    code: 'rientro',
    title: { it: 'Seconda occasione', en: 'A second chance' },
    instrument: 'accompaniment',
    targetGroups: ['long_term_unemployed'],
    pillar: 'accesso',
    answers: ['esclusione'],
    indicators: ['dropout_rate'],
    settled: {
      desk: 'ambito',
      state: 'completed',
      afterMonths: 3,
      months: 18,
      budget: [30, 60],
      shares: { 'fondo-sociale': 1 },
    },
  },
  {
    code: 'alloggio',
    title: { it: 'Alloggi temporanei per chi comincia', en: 'Temporary homes for starters' },
    instrument: 'housing',
    targetGroups: ['leaving_care', 'migrant'],
    pillar: 'vita',
    answers: ['vita-difficile', 'casa-cara'],
    indicators: [],
    settled: {
      desk: 'comune',
      state: 'approved',
      afterMonths: 28,
      months: 36,
      budget: [200, 500],
      shares: { 'bilanci-comunali': 0.5 },
    },
  },
  {
    code: 'conciliazione',
    title: { it: 'Servizi che conciliano lavoro e cura', en: 'Services that reconcile work and care' },
    instrument: 'bonus',
    targetGroups: ['women', 'families'],
    pillar: 'vita',
    answers: ['vita-difficile', 'cura-familiare'],
    indicators: [],
  },
  {
    code: 'osservatorio',
    title: { it: 'Osservatorio dei fabbisogni', en: 'Observatory of needs' },
    instrument: 'study',
    targetGroups: ['operators', 'employers'],
    pillar: 'imprese',
    answers: ['competenze-lontane'],
    indicators: [],
  },
];
