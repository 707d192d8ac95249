import type { System } from './actors.js';

/** What actors of a system typically promise; a quantity is a whole number of steps. */
export interface Offer {
  readonly systems: readonly System[];
  readonly kind: string;
  readonly unit: string;
  /** Which one, where the kind is a competence. */
  readonly competence?: string;
  readonly title: string;
  /** The measure of the plan that it serves, by its code. */
  readonly measure: string;
  readonly step: number;
  readonly steps: readonly [min: number, max: number];
}

export const OFFERS: readonly Offer[] = [
  {
    systems: ['public', 'third_sector'],
    kind: 'money',
    unit: 'EUR',
    title: 'Fondo per indennità di tirocinio',
    measure: 'tirocini',
    step: 250_000,
    steps: [2, 24],
  },
  {
    systems: ['economic_productive', 'third_sector'],
    kind: 'money',
    unit: 'EUR',
    title: 'Contributo per trasporti e abbonamenti',
    measure: 'accompagnamento',
    step: 50_000,
    steps: [2, 16],
  },
  {
    systems: ['public'],
    kind: 'staff_time',
    unit: 'hours',
    title: 'Ore di assistente sociale nell’équipe comune',
    measure: 'accompagnamento',
    step: 20,
    steps: [3, 25],
  },
  {
    systems: ['third_sector'],
    kind: 'staff_time',
    unit: 'hours',
    title: 'Ore di tutor accanto a chi inizia',
    measure: 'tirocini',
    step: 10,
    steps: [4, 40],
  },
  {
    systems: ['community'],
    kind: 'staff_time',
    unit: 'hours',
    title: 'Ore di volontari per i primi contatti',
    measure: 'sportello',
    step: 5,
    steps: [4, 30],
  },
  {
    systems: ['economic_productive'],
    kind: 'competence',
    unit: 'hours',
    competence: 'mestiere',
    title: 'Addestramento di mestiere da parte di capisquadra',
    measure: 'tirocini',
    step: 4,
    steps: [4, 30],
  },
  {
    systems: ['public', 'third_sector'],
    kind: 'competence',
    unit: 'hours',
    competence: 'orientamento',
    title: 'Bilancio di competenze e orientamento esperto',
    measure: 'accompagnamento',
    step: 6,
    steps: [3, 24],
  },
  {
    systems: ['economic_productive'],
    kind: 'places',
    unit: 'places',
    title: 'Posti di tirocinio in azienda',
    measure: 'tirocini',
    step: 1,
    steps: [2, 14],
  },
  {
    systems: ['third_sector', 'public'],
    kind: 'places',
    unit: 'places',
    title: 'Posti in alloggio temporaneo',
    measure: 'alloggio',
    step: 1,
    steps: [2, 9],
  },
  {
    systems: ['third_sector'],
    kind: 'places',
    unit: 'places',
    title: 'Posti in corsi brevi di qualifica',
    measure: 'formazione-breve',
    step: 2,
    steps: [3, 12],
  },
  {
    systems: ['community', 'public'],
    kind: 'space',
    unit: 'days',
    title: 'Sale per colloqui e laboratori',
    measure: 'sportello',
    step: 5,
    steps: [3, 30],
  },
  {
    systems: ['economic_productive', 'third_sector'],
    kind: 'equipment',
    unit: 'pieces',
    title: 'Postazioni e attrezzi per il laboratorio',
    measure: 'formazione-breve',
    step: 1,
    steps: [2, 18],
  },
  {
    systems: ['economic_productive', 'public'],
    kind: 'data',
    unit: 'reports',
    title: 'Rapporti sui fabbisogni delle imprese',
    measure: 'osservatorio',
    step: 1,
    steps: [2, 8],
  },
  {
    systems: ['third_sector', 'community', 'public'],
    kind: 'service',
    unit: 'interventions',
    title: 'Accompagnamenti individuali ai servizi',
    measure: 'accompagnamento',
    step: 5,
    steps: [2, 24],
  },
];
