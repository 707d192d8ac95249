import { addDays, type Day } from '#kernel';
import type { ActorPlan } from './actors.js';
import { REGIONAL_KEYS } from './actors.js';
import { Random } from './random.js';
import type { Territory } from './territories.js';

export type Role = 'promoter' | 'signatory' | 'supporter' | 'observer';

export interface MemberPlan {
  readonly actorKey: string;
  readonly role: Role;
  readonly joinedOn: Day;
  /** Absent: takes part without signing, and so holds no commitments. */
  readonly signature?: { readonly signatoryName: string; readonly signedOn: Day };
}

const NAMES = [
  'Ada',
  'Bruno',
  'Carla',
  'Dario',
  'Elena',
  'Fabio',
  'Giada',
  'Ivo',
  'Lidia',
  'Marco',
  'Nora',
  'Piero',
];
const SURNAMES = [
  'Abbiatini',
  'Bonfaldi',
  'Cernuschelli',
  'Dossanti',
  'Erbesi',
  'Fumagini',
  'Gavazzini',
  'Locatini',
];

/** In these two the community takes part without signing, so one system is reported as missing. */
const COMMUNITY_ONLY_SUPPORTS = new Set(['somma', 'treviglio']);

export function generateMembers(
  seed: number,
  territory: Territory,
  actors: readonly ActorPlan[],
  startsOn: Day,
): MemberPlan[] {
  const random = Random.of(seed, 'members', territory.code);
  const guests = random.shuffled(REGIONAL_KEYS).slice(0, random.whole(2, 4));
  return actors
    .filter((actor) => actor.key.startsWith(`${territory.code}/`) || guests.includes(actor.key))
    .map((actor) => {
      const role = roleOf(actor, territory, random);
      const signatoryName = `${random.pick(NAMES)} ${random.pick(SURNAMES)}`;
      const signedOn = addDays(startsOn, -random.whole(1, 20));
      const joinedOn = addDays(startsOn, -random.whole(25, 90));
      const signs = role === 'promoter' || role === 'signatory';
      return {
        actorKey: actor.key,
        role,
        joinedOn,
        ...(signs ? { signature: { signatoryName, signedOn } } : {}),
      };
    });
}

function roleOf(actor: ActorPlan, territory: Territory, random: Random): Role {
  if (actor.kind === 'social_services_district') return 'promoter';
  if (actor.kind === 'university') return 'observer';
  if (actor.system !== 'community') return 'signatory';
  if (COMMUNITY_ONLY_SUPPORTS.has(territory.code)) return 'supporter';
  return actor.kind === 'informal_group' && random.chance(0.4) ? 'supporter' : 'signatory';
}

export function pactTitle(territory: Territory): string {
  return `Patto territoriale per l’integrazione e il lavoro – ${territory.name}`;
}

export function commonAgenda(territory: Territory): string {
  return [
    `Entro cinque anni chi vive nel territorio di ${territory.name} e parte svantaggiato trova un percorso`,
    'unico: una porta d’ingresso, una persona di riferimento, un lavoro che dura.',
    `Il patto mette al centro ${territory.theme}. Dati dimostrativi: attori e impegni sono inventati.`,
  ].join(' ');
}

export function pactText(territory: Territory, amended: boolean): string {
  const articles = [
    `Art. 1 – Oggetto. I firmatari costruiscono insieme percorsi di lavoro e di inclusione nel territorio di ${territory.name}.`,
    'Art. 2 – Adesione. Si aderisce liberamente; chi firma è vincolato agli impegni che prende.',
    'Art. 3 – Impegni. Ogni impegno dice chi dà, a chi, che cosa, quanto ed entro quando. Chi riceve conferma o contesta.',
    'Art. 4 – Misura. I firmatari guardano insieme, ogni trimestre, gli stessi indicatori.',
    'Art. 5 – Recesso. Chi recede lo annuncia e dispone degli impegni ancora aperti.',
  ];
  if (amended)
    articles.push('Art. 6 – Consultazioni. Le comunità locali sono ascoltate almeno due volte l’anno.');
  return articles.join('\n\n');
}
