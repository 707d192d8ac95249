import type { Territory } from './territories.js';

export interface ProblemText {
  readonly code: string;
  readonly title: string;
  /** The problem turned round; absent: its objective still waits for words of its own. */
  readonly objective?: string;
  readonly strategy?: string;
  /** What it causes. */
  readonly causes: readonly string[];
}

export const CORE = 'esclusione';

/** The core, its three causes and what follows from it: the same in every territory. */
export const TRUNK: readonly ProblemText[] = [
  {
    code: CORE,
    title: 'Chi parte svantaggiato resta fuori dal lavoro',
    objective: 'Chi parte svantaggiato trova un lavoro che dura',
    strategy: 'presa-in-carico',
    causes: ['poverta', 'giovani-via'],
  },
  {
    code: 'servizi-divisi',
    title: 'I servizi lavorano ciascuno per conto proprio',
    objective: 'I servizi accompagnano insieme, da una porta sola',
    strategy: 'presa-in-carico',
    causes: [CORE],
  },
  {
    code: 'competenze-lontane',
    title: 'Le competenze di chi cerca non sono quelle che le imprese chiedono',
    objective: 'Chi cerca impara ciò che le imprese chiedono',
    strategy: 'imprese-responsabili',
    causes: [CORE],
  },
  {
    code: 'vita-difficile',
    title: 'Casa, viaggi e cura dei figli rendono difficile tenere un lavoro',
    objective: 'Casa, viaggi e cura dei figli non costano più il lavoro',
    strategy: 'presa-in-carico',
    causes: [CORE],
  },
  { code: 'poverta', title: 'Le famiglie restano povere anche da adulte', causes: ['emergenze'] },
  { code: 'giovani-via', title: 'I giovani lasciano il territorio', causes: [] },
  { code: 'emergenze', title: 'La spesa sociale insegue le emergenze', causes: [] },
];

/** Causes further down; each territory knows most of them. */
export const ROOTS: readonly ProblemText[] = [
  {
    code: 'dati-separati',
    title: 'Nessuno vede che cosa fanno gli altri con la stessa persona',
    objective: 'Chi accompagna una persona sa chi altro lo fa',
    strategy: 'presa-in-carico',
    causes: ['servizi-divisi'],
  },
  {
    code: 'contatto-tardivo',
    title: 'Il primo contatto arriva dopo mesi',
    objective: 'Il primo contatto avviene entro un mese',
    strategy: 'presa-in-carico',
    causes: ['servizi-divisi'],
  },
  {
    code: 'corsi-lontani',
    title: 'I corsi sono lunghi e lontani da casa',
    objective: 'Corsi brevi, vicino a casa',
    strategy: 'imprese-responsabili',
    causes: ['competenze-lontane'],
  },
  {
    code: 'imprese-sole',
    title: 'Le imprese non hanno chi le aiuti nei primi mesi',
    objective: 'Un tutor affianca chi assume nei primi mesi',
    strategy: 'imprese-responsabili',
    causes: ['competenze-lontane'],
  },
  {
    code: 'casa-cara',
    title: 'Gli affitti superano ciò che un primo stipendio paga',
    objective: 'Alloggi temporanei per chi comincia',
    strategy: 'presa-in-carico',
    causes: ['vita-difficile'],
  },
  {
    code: 'trasporti-radi',
    title: 'Chi non ha l’auto non arriva ai turni',
    causes: ['vita-difficile'],
  },
  {
    code: 'cura-familiare',
    title: 'La cura dei familiari ricade sulle donne',
    objective: 'Orari e servizi che conciliano lavoro e cura',
    strategy: 'presa-in-carico',
    causes: ['vita-difficile'],
  },
];

export const STRATEGIES = [
  {
    code: 'presa-in-carico',
    title: 'Una porta, una persona di riferimento, un percorso',
    horizon: 'medium_term',
  },
  {
    code: 'imprese-responsabili',
    title: 'Imprese che formano e assumono, accompagnate',
    horizon: 'long_term',
  },
] as const;

/** A kind, its aspect if it has one, who reported it, and what was found. */
type Found = readonly [kind: string, aspect: string | undefined, reporter: string, text: string];

export const foundIn = ({ seat, theme, municipalities }: Territory): readonly Found[] => [
  ['need', undefined, 'ambito', `A ${seat} chi cerca lavoro chiede aiuto per casa, documenti e trasporti.`],
  ['need', undefined, 'impiego', 'Metà di chi si iscrive non ha una qualifica che le imprese riconoscano.'],
  ['initiative', undefined, 'coop', 'Un laboratorio protetto prepara ogni anno quindici persone.'],
  ['productive_potential', 'strength', 'imprese', `Le imprese crescono in: ${theme}.`],
  ['productive_potential', 'weakness', 'imprese', 'Le botteghe chiudono perché nessuno le rileva.'],
  ['infrastructure', 'existing', 'comune', 'Lo sportello del municipio apre quattro mattine a settimana.'],
  ['infrastructure', 'needed', 'comune', 'Manca un autobus dopo le ore venti verso la zona industriale.'],
  ['heritage', undefined, 'parrocchia', 'Mercati e feste riuniscono comunità di molte lingue.'],
  ['leader', undefined, 'associazione', 'L’unione delle imprese e le parrocchie sanno convocare chi conta.'],
  [
    'homogeneous_area',
    undefined,
    'ambito',
    `${municipalities.length} comuni attorno a ${seat} sono un solo bacino di lavoro.`,
  ],
];

export const SWOT: readonly (readonly [kind: string, text: string])[] = [
  ['strength', 'Cooperative e centro per l’impiego lavorano insieme da anni.'],
  ['strength', 'Le imprese conoscono per nome chi accompagna le persone.'],
  ['weakness', 'Ogni servizio tiene un archivio suo.'],
  ['opportunity', 'Nei prossimi tre anni un addetto su cinque va in pensione.'],
  ['threat', 'I fondi straordinari finiscono prima dei percorsi che hanno aperto.'],
];

export interface StakeholderText {
  readonly name: string;
  /** The last part of the actor's key, where it is one. */
  readonly desk?: string;
  readonly interest: number;
  readonly influence: number;
  /** Year after year. */
  readonly positions: readonly string[];
  /** How far it stands behind the answer to a problem, year after year. */
  readonly aligned: { readonly with: string; readonly levels: readonly number[] };
}

export const STAKEHOLDERS: readonly StakeholderText[] = [
  {
    name: 'Unione imprese',
    desk: 'imprese',
    interest: 3,
    influence: 5,
    positions: ['neutral', 'supportive'],
    aligned: { with: 'competenze-lontane', levels: [0, 2] },
  },
  {
    name: 'Comitato di quartiere',
    desk: 'gruppo',
    interest: 4,
    influence: 2,
    positions: ['opposed', 'neutral', 'supportive'],
    aligned: { with: 'vita-difficile', levels: [-1, 0, 1] },
  },
  {
    name: 'Famiglie con figli piccoli',
    interest: 5,
    influence: 1,
    positions: ['supportive'],
    aligned: { with: 'vita-difficile', levels: [2] },
  },
  {
    name: 'Artigiani senza associazione',
    interest: 2,
    influence: 3,
    positions: ['unknown', 'neutral'],
    aligned: { with: 'competenze-lontane', levels: [-1, 0] },
  },
];
