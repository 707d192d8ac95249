/** A code of an item: what finds it again when a template is applied a second time. */
export const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

export const HORIZONS = ['medium_term', 'long_term'] as const;
export const FUNDING_KINDS = ['esf_plus', 'erdf', 'national', 'regional', 'municipal', 'private'] as const;
export const QUORUMS = [
  'one_third',
  'half',
  'more_than_half',
  'two_thirds',
  'three_quarters',
  'all',
] as const;
export const MAJORITIES = ['simple', 'absolute', 'two_thirds', 'two_thirds_of_members', 'unanimity'] as const;
export const TIES = ['fail', 'chair'] as const;

/** What a prompt is answered with: entries of the SWOT or of the territory, stakeholders of a system, or a decision. */
export const PROMPT_SUBJECTS = ['swot', 'territory', 'stakeholder', 'decision'] as const;

/** The kinds of entries, systems and open questions that a prompt may be about. */
export const KINDS_OF_PROMPTS: Readonly<Record<(typeof PROMPT_SUBJECTS)[number], readonly string[]>> = {
  swot: ['strength', 'weakness', 'opportunity', 'threat'],
  territory: [
    'need',
    'initiative',
    'productive_potential',
    'infrastructure',
    'heritage',
    'leader',
    'homogeneous_area',
  ],
  stakeholder: ['public', 'third_sector', 'economic_productive', 'community'],
  decision: ['duration', 'resources', 'sources', 'departments'],
};

export const MOST_CELLS = 10_000;
