/** What steering committees decide on, in turn: a title and the words that are voted on. */
export const AGREED_ON: readonly (readonly [string, string])[] = [
  ['Aprire uno sportello in ogni comune', 'Entro l’anno ogni comune del patto ha un punto di accesso.'],
  ['Un modello comune di colloquio', 'I servizi usano lo stesso schema per il primo colloquio.'],
  ['Un fondo per i tirocini', 'I firmatari destinano insieme risorse ai tirocini di inclusione.'],
  ['Verifica annuale del patto', 'Si approva la relazione sull’anno e si fissano le priorità.'],
  ['Accompagnamento dopo l’assunzione', 'Chi è assunto resta seguito per tre mesi da un tutor.'],
  ['Condividere i dati sugli esiti', 'Ogni servizio comunica gli esiti entro la fine del mese.'],
  ['Coinvolgere le associazioni di categoria', 'Le imprese entrano nel tavolo tecnico.'],
  ['Orari che concilino', 'I corsi si tengono anche la sera e il sabato.'],
];

/** What stakeholders are asked, in turn. */
export const ASKED: readonly (readonly [string, string])[] = [
  ['Che cosa manca a chi cerca lavoro?', 'Quali aiuti servirebbero, e dove oggi non si trovano?'],
  ['Come funziona l’accoglienza?', 'Che cosa è stato utile al primo contatto, che cosa no?'],
  ['Che cosa chiedono le imprese?', 'Quali competenze cercate, e che cosa vi frena dall’assumere?'],
  ['Che cosa cambiare nel patto?', 'Quali impegni vanno rivisti, e perché?'],
];

export const SAID: readonly { readonly groupName: string; readonly text: string }[] = [
  { groupName: 'Genitori di bambini piccoli', text: 'Gli orari dei corsi non si conciliano con la scuola.' },
  { groupName: 'Imprese artigiane', text: 'Serve qualcuno che segua i primi mesi di lavoro.' },
  { groupName: 'Volontari dello sportello', text: 'Le persone arrivano tardi: non sanno dove andare.' },
];
