interface Label {
  readonly it: string;
  readonly en: string;
}

const label = (it: string, en: string): Label => ({ it, en });

/** What an actor can do, in words that all pacts share. What is more exact is said in its detail. */
export const COMPETENCES: Readonly<Record<string, Label>> = {
  outreach: label('Aggancio di chi non si rivolge ai servizi', 'Reaching those who do not come to services'),
  listening: label('Ascolto e accoglienza', 'Listening and reception'),
  case_management: label('Presa in carico e progetto personale', 'Case management and personal plans'),
  skills_assessment: label('Bilancio di competenze', 'Assessment of skills'),
  guidance: label('Orientamento', 'Guidance'),
  language_teaching: label('Insegnamento dell’italiano', 'Teaching of Italian'),
  digital_training: label('Competenze digitali', 'Digital skills'),
  vocational_training: label('Formazione professionale', 'Vocational training'),
  continuing_training: label('Formazione continua di lavoratori e imprenditori', 'Continuing training'),
  joint_training: label('Formazione congiunta di operatori', 'Joint training of operators'),
  internships: label('Tirocini', 'Internships'),
  apprenticeships: label('Apprendistato', 'Apprenticeships'),
  job_matching: label('Incontro tra domanda e offerta di lavoro', 'Matching of jobs and people'),
  job_accompaniment: label('Accompagnamento e tutoraggio al lavoro', 'Accompaniment and tutoring at work'),
  employer_engagement: label('Rapporto con le imprese', 'Relations with employers'),
  self_employment: label('Avvio di impresa e lavoro autonomo', 'Start-ups and self-employment'),
  social_enterprise: label('Impresa sociale e inserimento in cooperativa', 'Social enterprise'),
  credit_access: label('Accesso al credito e educazione finanziaria', 'Access to credit, money advice'),
  cultural_mediation: label('Mediazione linguistica e culturale', 'Linguistic and cultural mediation'),
  legal_protection: label('Tutela legale e dei diritti', 'Legal protection and rights'),
  exploitation_response: label('Contrasto allo sfruttamento', 'Action against exploitation'),
  psychological_support: label('Sostegno psicologico', 'Psychological support'),
  health_care: label('Cura e salute', 'Health care'),
  addiction_care: label('Cura delle dipendenze', 'Care of addictions'),
  disability_support: label('Sostegno alle persone con disabilità', 'Support of people with disabilities'),
  childcare: label('Servizi per l’infanzia', 'Childcare'),
  elder_care: label('Servizi per persone anziane', 'Care of older people'),
  work_life_balance: label('Conciliazione e welfare aziendale', 'Work–life balance, company welfare'),
  housing: label('Casa e abitare sociale', 'Housing'),
  school_inclusion: label('Contrasto alla dispersione scolastica', 'Prevention of early school leaving'),
  project_design: label('Progettazione e accesso ai finanziamenti', 'Project design and access to funding'),
  network_facilitation: label('Animazione di reti e partecipazione', 'Facilitation of networks'),
  research: label('Ricerca e analisi del territorio', 'Research and analysis of the territory'),
  evaluation: label('Monitoraggio e valutazione', 'Monitoring and evaluation'),
  communication: label('Comunicazione e sensibilizzazione', 'Communication and awareness'),
  territorial_marketing: label('Marketing territoriale', 'Territorial marketing'),
};

export const COMPETENCE_CODES = Object.keys(COMPETENCES);

export const isCompetence = (code: string): boolean => Object.hasOwn(COMPETENCES, code);
