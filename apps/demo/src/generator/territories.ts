/**
 * The twelve pilot territories of InLav Lombardia, with real ISTAT codes of some of their municipalities
 * (the first is the seat). Everything else about them here is invented, so that pacts differ from each other.
 */
export interface Territory {
  readonly code: string;
  readonly name: string;
  readonly seat: string;
  readonly municipalities: readonly string[];
  /** The partner system that pushes this pact's cases; one serves one to three pacts. */
  readonly source: string;
  /** Out of 1,000 pathways. */
  readonly weight: number;
  /** Added to the chance of finding a job. */
  readonly placement: number;
  /** Multiplies the daily risk of losing it. */
  readonly loss: number;
  /** Months after the network's start in which the pact begins. */
  readonly startMonth: number;
  readonly theme: string;
}

export const TERRITORIES: readonly Territory[] = [
  {
    code: 'pavese',
    name: 'Alto e Basso Pavese',
    seat: 'Pavia',
    municipalities: ['018110', '018046', '018137', '018034', '018013', '018177'],
    source: 'sil-bassa',
    weight: 85,
    placement: -0.04,
    loss: 1.1,
    startMonth: 1,
    theme: 'filiere agricole e logistica',
  },
  {
    code: 'bergamo',
    name: 'Bergamo',
    seat: 'Bergamo',
    municipalities: ['016024', '016198', '016091', '016207', '016220', '016170'],
    source: 'sil-orobie',
    weight: 125,
    placement: 0.06,
    loss: 0.85,
    startMonth: 0,
    theme: 'manifattura e servizi alla persona',
  },
  {
    code: 'carate',
    name: 'Carate Brianza',
    seat: 'Carate Brianza',
    municipalities: ['108015', '108008', '108024', '108048', '108043', '108003'],
    source: 'sil-brianza',
    weight: 70,
    placement: 0.05,
    loss: 0.9,
    startMonth: 2,
    theme: 'legno, arredo e artigianato',
  },
  {
    code: 'desio',
    name: 'Desio',
    seat: 'Desio',
    municipalities: ['108023', '108019', '108027', '108035', '108045', '108010'],
    source: 'sil-brianza',
    weight: 85,
    placement: 0.02,
    loss: 1,
    startMonth: 0,
    theme: 'abitare e lavoro',
  },
  {
    code: 'sebino',
    name: 'Sebino',
    seat: 'Iseo',
    municipalities: ['017085', '017106', '017169', '017182', '017156', '017062'],
    source: 'sil-sebino',
    weight: 50,
    placement: -0.02,
    loss: 1.15,
    startMonth: 3,
    theme: 'turismo lacustre e lavoro stagionale',
  },
  {
    code: 'lecco',
    name: 'Lecco',
    seat: 'Lecco',
    municipalities: ['097042', '097083', '097013', '097036', '097057', '097046'],
    source: 'sil-lario',
    weight: 85,
    placement: 0.05,
    loss: 0.85,
    startMonth: 1,
    theme: 'metalmeccanica e cura',
  },
  {
    code: 'mariano',
    name: 'Mariano Comense',
    seat: 'Mariano Comense',
    municipalities: ['013143', '013035', '013048', '013012', '013118', '013136'],
    source: 'sil-lario',
    weight: 55,
    placement: 0.01,
    loss: 1,
    startMonth: 4,
    theme: 'giovani e mestieri del mobile',
  },
  {
    code: 'milano',
    name: 'Milano',
    seat: 'Milano',
    municipalities: ['015146', '015209', '015077', '015189', '015093', '015032'],
    source: 'sil-milano',
    weight: 205,
    placement: 0.03,
    loss: 1.05,
    startMonth: 0,
    theme: 'quartieri e ristorazione',
  },
  {
    code: 'somma',
    name: 'Somma Lombardo',
    seat: 'Somma Lombardo',
    municipalities: ['012123', '012120', '012138', '012090', '012077', '012068'],
    source: 'sil-insubria',
    weight: 60,
    placement: 0.04,
    loss: 0.95,
    startMonth: 2,
    theme: 'indotto aeroportuale',
  },
  {
    code: 'suzzara',
    name: 'Suzzara',
    seat: 'Suzzara',
    municipalities: ['020065', '020027', '020039', '020035', '020037', '020055'],
    source: 'sil-bassa',
    weight: 45,
    placement: -0.05,
    loss: 1.2,
    startMonth: 5,
    theme: 'meccanica agricola e tutela dallo sfruttamento',
  },
  {
    code: 'tradate',
    name: 'Tradate',
    seat: 'Tradate',
    municipalities: ['012127', '012137', '012136', '012046', '012089', '012134'],
    source: 'sil-insubria',
    weight: 55,
    placement: 0,
    loss: 1,
    startMonth: 3,
    theme: 'uscita dai percorsi di cura',
  },
  {
    code: 'treviglio',
    name: 'Treviglio',
    seat: 'Treviglio',
    municipalities: ['016219', '016053', '016059', '016013', '016096', '016040'],
    source: 'sil-orobie',
    weight: 80,
    placement: 0.03,
    loss: 0.95,
    startMonth: 2,
    theme: 'logistica della pianura',
  },
];

/** The regional feed of mandatory communications: employment only, people known by tax code. */
export const COMMUNICATIONS_SOURCE = 'co-lombardia';
