import { Random } from './random.js';
import { organisationTaxCode } from './tax-codes.js';
import { TERRITORIES, type Territory } from './territories.js';

export type System = 'public' | 'third_sector' | 'economic_productive' | 'community';

export interface ActorPlan {
  /** Known by this inside the demo only. */
  readonly key: string;
  readonly name: string;
  readonly system: System;
  readonly kind: string;
  readonly taxCode?: string;
  readonly territory: readonly string[];
  readonly competences: readonly string[];
  readonly services: readonly string[];
}

interface Mould {
  readonly key: string;
  readonly system: System;
  readonly kind: string;
  readonly name: (territory: Territory, random: Random) => string;
  readonly competences: readonly string[];
  readonly services: readonly string[];
}

const IMAGES = ['Il Ponte', 'La Lanterna', 'Il Gelso', 'Il Mulino', 'La Filanda', 'Il Glicine', 'La Chiusa'];
const ADJECTIVES = ['Solidale', 'Nuovo', 'Aperto', 'Comune', 'Operoso', 'Vivo', 'Sereno'];
const FAMILIES = [
  'Brambati',
  'Colnaghetti',
  'Vigorini',
  'Rivoltana',
  'Castelmari',
  'Zanchetti',
  'Pessinelli',
];
const TRADES = ['Meccanica', 'Logistica', 'Arredi', 'Impianti', 'Ristorazione', 'Serre', 'Tessitura'];
const SAINTS = ['San Rocco', 'San Martino', 'Sant’Anna', 'San Giorgio', 'Santa Lucia', 'San Fermo'];

/** Twelve actors of the four systems in each territory. All of them are fictitious. */
const LOCAL: readonly Mould[] = [
  mould('ambito', 'public', 'social_services_district', (t) => `Ufficio di piano dell’ambito – ${t.name}`, {
    competences: ['presa in carico', 'regia territoriale', 'progettazione sociale'],
    services: ['Segretariato sociale', 'Equipe multidisciplinare'],
  }),
  mould('comune', 'public', 'municipality', (t) => `Municipio capofila – ${t.seat}`, {
    competences: ['gestione di fondi pubblici', 'spazi comunali'],
    services: ['Sportello al cittadino', 'Housing temporaneo'],
  }),
  mould('impiego', 'public', 'job_centre', (t) => `Servizio per l’impiego – ${t.name}`, {
    competences: ['incontro domanda e offerta', 'collocamento mirato', 'orientamento'],
    services: ['Patto di servizio', 'Preselezione'],
  }),
  mould('salute', 'public', 'health_authority', (t) => `Servizi sociosanitari – ${t.name}`, {
    competences: ['salute mentale', 'dipendenze', 'valutazione funzionale'],
    services: ['Inserimento socio-riabilitativo'],
  }),
  mould(
    'coop',
    'third_sector',
    'cooperative',
    (t, r) => `Cooperativa sociale ${r.pick(IMAGES)} di ${t.seat}`,
    {
      competences: ['inserimento lavorativo', 'tutoraggio in azienda'],
      services: ['Laboratorio protetto', 'Tutoraggio'],
    },
  ),
  mould(
    'associazione',
    'third_sector',
    'association',
    (t, r) => `Associazione ${r.pick(ADJECTIVES)} ${t.seat}`,
    {
      competences: ['mediazione linguistica', 'accompagnamento'],
      services: ['Scuola di italiano', 'Sportello di ascolto'],
    },
  ),
  mould(
    'formazione',
    'third_sector',
    'training_body',
    (t, r) => `Officina formativa ${r.pick(IMAGES)} – ${t.name}`,
    {
      competences: ['formazione professionale', 'bilancio di competenze'],
      services: ['Corsi brevi', 'Certificazione delle competenze'],
    },
  ),
  mould('impresa-1', 'economic_productive', 'company', (t, r) => company(t, r), {
    competences: ['addestramento sul lavoro'],
    services: ['Tirocini in azienda'],
  }),
  mould('impresa-2', 'economic_productive', 'company', (t, r) => `${company(t, r)} e figli`, {
    competences: ['addestramento sul lavoro', 'gestione dei turni'],
    services: ['Tirocini in azienda', 'Visite in azienda'],
  }),
  mould('imprese', 'economic_productive', 'employer_association', (t) => `Unione imprese – ${t.name}`, {
    competences: ['analisi dei fabbisogni', 'consulenza del lavoro'],
    services: ['Osservatorio dei fabbisogni'],
  }),
  mould('parrocchia', 'community', 'parish', (t, r) => `Parrocchia di ${r.pick(SAINTS)} – ${t.seat}`, {
    competences: ['prossimità', 'ascolto'],
    services: ['Centro di ascolto'],
  }),
  mould(
    'gruppo',
    'community',
    'informal_group',
    (t, r) => `Comitato di quartiere ${r.pick(IMAGES)} – ${t.seat}`,
    {
      competences: ['reti di vicinato'],
      services: ['Passaparola e primo contatto'],
    },
  ),
];

/** Six that work across Lombardy and take part in several pacts. */
const REGIONAL: readonly Mould[] = [
  mould('universita', 'public', 'university', () => 'Ateneo dei Navigli', {
    competences: ['valutazione d’impatto', 'ricerca sociale'],
    services: ['Seminari per operatori'],
  }),
  mould('fondazione', 'third_sector', 'foundation', () => 'Fondazione Ponti e Acque', {
    competences: ['erogazione di contributi'],
    services: ['Bandi per l’inclusione'],
  }),
  mould('consorzio', 'third_sector', 'cooperative', () => 'Consorzio lombardo Lavoro Insieme', {
    competences: ['coordinamento di cooperative', 'gestione di progetti europei'],
    services: ['Formazione dei tutor'],
  }),
  mould('camera', 'economic_productive', 'chamber_of_commerce', () => 'Camera economica dei Laghi', {
    competences: ['dati sulle imprese'],
    services: ['Alternanza e orientamento'],
  }),
  mould('sindacato', 'economic_productive', 'trade_union', () => 'Unione sindacale dei servizi lombardi', {
    competences: ['diritti del lavoro', 'contrasto allo sfruttamento'],
    services: ['Sportello vertenze'],
  }),
  mould('parrocchie', 'community', 'association', () => 'Rete lombarda delle comunità accoglienti', {
    competences: ['accoglienza', 'volontariato'],
    services: ['Famiglie di appoggio'],
  }),
];

export const REGIONAL_KEYS: readonly string[] = REGIONAL.map((each) => `regione/${each.key}`);

export function generateActors(seed: number): ActorPlan[] {
  const everywhere = TERRITORIES.map((territory) => territory.municipalities[0]!);
  const local = TERRITORIES.flatMap((territory) =>
    LOCAL.map((each) => cast(seed, each, territory, territory.municipalities)),
  );
  const regional = REGIONAL.map((each) => cast(seed, each, undefined, everywhere));
  return [...local, ...regional].map((actor, index) =>
    actor.kind === 'informal_group' ? actor : { ...actor, taxCode: organisationTaxCode(index + 1) },
  );
}

function cast(
  seed: number,
  each: Mould,
  territory: Territory | undefined,
  places: readonly string[],
): ActorPlan {
  const area = territory ?? TERRITORIES[0]!;
  const key = `${territory?.code ?? 'regione'}/${each.key}`;
  const { system, kind, competences, services } = each;
  return {
    key,
    name: each.name(area, Random.of(seed, 'actor', key)),
    system,
    kind,
    territory: places,
    competences,
    services,
  };
}

function company(territory: Territory, random: Random): string {
  return `${random.pick(TRADES)} ${random.pick(FAMILIES)} – ${territory.seat}`;
}

function mould(
  key: string,
  system: System,
  kind: string,
  name: Mould['name'],
  offer: Pick<Mould, 'competences' | 'services'>,
): Mould {
  return { key, system, kind, name, ...offer };
}
