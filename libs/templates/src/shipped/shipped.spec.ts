import 'reflect-metadata';
import { TemplateCatalogue } from '../template-catalogue.js';
import type { TemplateDocument } from '../format/template.dto.js';

/** Where the items of a section stand in the template: a part of it, and the pillar where the part has pillars. */
interface Section {
  readonly title: string;
  readonly part: keyof TemplateDocument;
  readonly pillar?: string;
  readonly items: string;
}

/** Section by section, in the order of the documents, what each of them lists: a code of ours for each item. */
const DOCUMENTS: Readonly<Record<string, readonly Section[]>> = {
  'inlav-pact': [
    {
      title: 'context',
      part: 'problems',
      items: 'fragmentation marginality no-medium-term-vision no-common-system',
    },
    {
      title: 'possible goals',
      part: 'objectives',
      items: 'cooperative-governance integrated-policies accountable-actors innovative-models',
    },
    {
      title: 'actors: four systems',
      part: 'prompts',
      items: 'system-public system-third-sector system-economic-productive system-community',
    },
    { title: 'a shared view', part: 'strategies', items: 'shared-mission' },
    {
      title: 'five key elements',
      part: 'pillars',
      items: 'common-agenda collaborative-governance mutual-commitments impact-metrics continuous-learning',
    },
    {
      title: 'what the first element asks, and where the path leads',
      part: 'expectedResults',
      pillar: 'common-agenda',
      items: 'one-narrative path-problems path-objectives path-stakeholders',
    },
    {
      title: 'what the second element asks',
      part: 'expectedResults',
      pillar: 'collaborative-governance',
      items: 'working-architecture',
    },
    {
      title: 'what the third element asks',
      part: 'expectedResults',
      pillar: 'mutual-commitments',
      items: 'explicit-commitments',
    },
    {
      title: 'what the fourth element asks',
      part: 'expectedResults',
      pillar: 'impact-metrics',
      items: 'open-metrics',
    },
    {
      title: 'what the fifth element asks',
      part: 'expectedResults',
      pillar: 'continuous-learning',
      items: 'learning-cycle',
    },
    {
      title: 'the path: two tasks in each of three steps',
      part: 'measures',
      pillar: 'common-agenda',
      items:
        'identify-problems build-problem-tree sketch-objectives identify-strategies gather-stakeholders align-stakeholders',
    },
  ],

  'integrated-local-plan': [
    { title: 'strategic hypothesis', part: 'strategies', items: 'integrated-policies' },
    {
      title: 'pillars',
      part: 'pillars',
      items: 'good-governance attention-to-territory planning-capacity network-of-services',
    },
    {
      title: 'what is left to the decision makers, and the SWOT that the frame rests on',
      part: 'prompts',
      items:
        'open-duration open-resources open-sources open-departments swot-strengths swot-weaknesses swot-opportunities swot-threats',
    },
    {
      title: 'expected results (1): the lead and four items',
      part: 'expectedResults',
      pillar: 'good-governance',
      items:
        'transparent-decisions collective-growth active-citizenship youth-in-politics coordinated-services',
    },
    {
      title: 'expected results (2): one',
      part: 'expectedResults',
      pillar: 'attention-to-territory',
      items: 'known-needs',
    },
    {
      title: 'expected results (3): the lead and eight items',
      part: 'expectedResults',
      pillar: 'planning-capacity',
      items:
        'strategic-programmes respect-for-diversity youth-opportunities employment-quality stable-placements decent-work integration-of-foreigners economic-diversification dialogue-between-levels',
    },
    {
      title: 'expected results (4): the lead and eight items',
      part: 'expectedResults',
      pillar: 'network-of-services',
      items:
        'lasting-network synergy-of-resources problem-solving openness culture-of-work exchange-of-methods collaboration-at-work spread-of-good-practice shared-attribution-of-work',
    },
    {
      title: 'measures (1): six',
      part: 'measures',
      pillar: 'good-governance',
      items:
        'agreements-and-tables stakeholder-consultation operator-verification-meetings awareness-campaigns social-network-support less-bureaucracy',
    },
    {
      title: 'measures (2): seven',
      part: 'measures',
      pillar: 'attention-to-territory',
      items:
        'continuous-territorial-study essential-care-levels project-monitoring training-needs-analysis competence-mapping inclusion-observatory shared-database',
    },
    {
      title: 'measures (3): twenty',
      part: 'measures',
      pillar: 'planning-capacity',
      items: `environmental-incentives credit-access research-business-synergy access-to-work-and-home school-dropout
        female-entrepreneurship work-family-balance ethnic-diversity workplace-safety lifelong-learning
        training-workers-unemployed training-entrepreneurs primary-school-diversity joint-operator-training
        human-resource-management joint-staff-training information-and-guidance micro-interventions
        territorial-marketing housing-and-student-homes`,
    },
    {
      title: 'measures (4): four',
      part: 'measures',
      pillar: 'network-of-services',
      items: 'decentralised-services standing-groups social-housing-and-placement social-housing-agency',
    },
    {
      title: 'tables, centre and groups that the measures name',
      part: 'bodies',
      items: `municipal-political-table municipal-technical-table intermunicipal-political-table
        intermunicipal-technical-table immigration-centre multicultural-table standing-working-group`,
    },
  ],

  'territorial-work-plan': [
    {
      title: 'general objective, tasks of the public body, political aim',
      part: 'objectives',
      items: 'harmonious-territory structural-needs politics-and-society possible-future',
    },
    {
      title: 'subsidiarity',
      part: 'strategies',
      items: 'no-substitution endogenous-initiative assisted-execution',
    },
    {
      title: 'parts of the plan',
      part: 'pillars',
      items: `public-role promoting-structure surveys promotion-and-integration competence-guidance
        methodological-assistance participatory-methods human-resources`,
    },
    {
      title: 'role of the public body (a–d)',
      part: 'expectedResults',
      pillar: 'public-role',
      items: 'demand-meets-supply organised-demand coordinated-supply guaranteed-services',
    },
    {
      title: 'aims of the structure: awareness, and what it calls forth',
      part: 'expectedResults',
      pillar: 'promoting-structure',
      items: `awareness-of-latencies activated-subjects supported-initiatives eased-integration
        mobilised-competences developed-methods`,
    },
    {
      title: 'constitution of the structure',
      part: 'bodies',
      items: 'promoter-group technical-unit task-force specialised-groups',
    },
    {
      title: 'aims of the structure: what it does',
      part: 'measures',
      pillar: 'promoting-structure',
      items: 'communication pilot-projects funding-sources',
    },
    {
      title: 'surveys, as work to do',
      part: 'measures',
      pillar: 'surveys',
      items:
        'map-needs map-initiatives map-productive-potential map-services survey-of-heritage find-leaders find-basins',
    },
    {
      title: 'surveys, as questions to answer',
      part: 'prompts',
      items: `survey-needs survey-initiatives survey-productive-potential survey-services survey-heritage survey-leaders
        survey-basins`,
    },
    {
      title: 'promotion and integration',
      part: 'measures',
      pillar: 'promotion-and-integration',
      items: `arouse-leadership integrate-subjects multidimensional-projects public-private-cooperation
        activate-participation funding-advice`,
    },
    {
      title: 'selection and guidance of competences',
      part: 'measures',
      pillar: 'competence-guidance',
      items: 'select-competences',
    },
    {
      title: 'methodological assistance',
      part: 'measures',
      pillar: 'methodological-assistance',
      items: 'assist-pilots assist-system-design assist-financial-design assist-organisation',
    },
    {
      title: 'participatory methods',
      part: 'measures',
      pillar: 'participatory-methods',
      items: 'assisted-self-diagnosis action-research project-groups guidance-of-subjects meeting-places',
    },
    {
      title: 'human resources',
      part: 'measures',
      pillar: 'human-resources',
      items: `professional-guarantors debates territory-university seminars-entrepreneurs seminars-administrators
        operator-training training-on-projects`,
    },
    {
      title: 'the grid, and the kinds of innovative action',
      part: 'grids',
      items: 'work-plan innovative-actions',
    },
  ],

  'regional-esf-catalogue': [
    {
      title: 'context',
      part: 'problems',
      items: `risk-of-exclusion child-poverty weak-labour-market ageing-population cash-over-services uneven-services
        care-falls-on-women`,
    },
    {
      title: 'two directions of inclusion, and what care is to make possible',
      part: 'objectives',
      items: 'active-inclusion access-to-services care-that-frees-work',
    },
    {
      title: 'strategy',
      part: 'strategies',
      items: 'employability integrated-welfare care-services',
    },
    {
      title: 'fields of intervention',
      part: 'pillars',
      items: `childcare return-and-reconciliation company-welfare care-of-older-people service-qualification
        innovative-welfare housing-hardship disability governance`,
    },
    {
      title: 'care services for young children',
      part: 'measures',
      pillar: 'childcare',
      items:
        'buy-private-places varied-childcare extended-hours municipal-childcare childcare-vouchers flexible-nurseries',
    },
    {
      title: 'return, reconciliation, gender agreements',
      part: 'measures',
      pillar: 'return-and-reconciliation',
      items: 'return-incentives reconciliation-vouchers gender-agreements',
    },
    {
      title: 'company welfare',
      part: 'measures',
      pillar: 'company-welfare',
      items: 'work-organisation-plans company-welfare-services maternity-substitutes maternity-training',
    },
    {
      title: 'older people and people who need care',
      part: 'measures',
      pillar: 'care-of-older-people',
      items: `care-services-dependents home-care-contributions modular-elder-services elder-socialisation
        assistive-home-care shared-carers`,
    },
    {
      title: 'complementary interventions',
      part: 'measures',
      pillar: 'service-qualification',
      items: 'carer-information care-worker-training',
    },
    {
      title: 'innovative welfare',
      part: 'measures',
      pillar: 'innovative-welfare',
      items: `collaborative-services light-assistance digital-wellbeing regenerated-spaces social-startups
        proximity-welfare mutual-aid social-crowdfunding`,
    },
    {
      title: 'housing hardship',
      part: 'measures',
      pillar: 'housing-hardship',
      items: 'public-housing-recovery social-housing-models',
    },
    {
      title: 'disability',
      part: 'measures',
      pillar: 'disability',
      items: `job-accompaniment disability-home-care-vouchers disability-package-vouchers hospital-territory-continuity
        individual-plans information-points`,
    },
    {
      title: 'procedures',
      part: 'measures',
      pillar: 'governance',
      items: 'non-competitive-calls integrated-funds',
    },
    {
      title: 'forms of governance',
      part: 'bodies',
      items: 'partnership-network co-design-table gender-agreement job-centre-network',
    },
    {
      title: 'funds',
      part: 'fundingProgrammes',
      items: 'municipal-resources national-funds regional-funds esf erdf',
    },
  ],
};

interface Item {
  readonly code: string;
  readonly pillar?: string;
}

const catalogue = TemplateCatalogue.load();
const itemsOf = (template: TemplateDocument | undefined, part: keyof TemplateDocument): readonly Item[] =>
  (template?.[part] ?? []) as unknown as readonly Item[];
const codesOf = (items: string): string[] => items.trim().split(/\s+/);

describe('the templates that are shipped', () => {
  it('are four', () => {
    expect(catalogue.all.map(({ code }) => code)).toEqual(Object.keys(DOCUMENTS).sort());
  });

  it.each(
    Object.entries(DOCUMENTS).flatMap(([code, sections]) => sections.map((each) => ({ code, ...each }))),
  )('$code tells every item of its document: $title', ({ code, part, pillar, items }) => {
    const there = itemsOf(catalogue.find(code), part).filter(
      (item) => pillar === undefined || item.pillar === pillar,
    );
    expect(there.map((item) => item.code)).toEqual(codesOf(items));
  });

  it.each(Object.entries(DOCUMENTS))(
    '%s tells nothing that is in no section of its document',
    (code, sections) => {
      for (const part of new Set(sections.map((each) => each.part))) {
        const listed = sections.filter((each) => each.part === part).flatMap((each) => codesOf(each.items));
        expect(itemsOf(catalogue.find(code), part)).toHaveLength(listed.length);
      }
    },
  );

  it('has the grid of the work plan: ten areas, three dimensions, three modes', () => {
    const [grid, kinds] = catalogue.find('territorial-work-plan')?.grids ?? [];
    expect(grid?.dimensions.map(({ values }) => values.length)).toEqual([10, 3, 3]);
    expect(kinds?.dimensions.map(({ values }) => values.length)).toEqual([3]);
  });

  it('asks the integrated local plan for two consultations and one verification a year', () => {
    expect(catalogue.find('integrated-local-plan')?.cadence).toEqual({
      consultationsAYear: 2,
      verificationMeetingsAYear: 1,
    });
  });

  it('says everything in Italian and in English', () => {
    expect(catalogue.all.flatMap((template) => monolingual(template, template.code))).toEqual([]);
  });
});

function monolingual(value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const isLabels = 'it' in value || 'en' in value;
  if (isLabels) return 'it' in value && 'en' in value && value.it !== value.en ? [] : [place];
  return Object.entries(value).flatMap(([name, each]) => monolingual(each, `${place}/${name}`));
}
