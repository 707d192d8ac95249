/** Codes of items, as the agenda and the plan take them. */
export const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const PLAN_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

export const HORIZONS = ['medium_term', 'long_term'] as const;

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

/** Cells of a grid that people still look over. */
export const MOST_CELLS = 5_000;
