import inlavPact from './inlav-pact.json' with { type: 'json' };
import integratedLocalPlan from './integrated-local-plan.json' with { type: 'json' };
import regionalEsfCatalogue from './regional-esf-catalogue.json' with { type: 'json' };
import territorialWorkPlan from './territorial-work-plan.json' with { type: 'json' };

/** The templates that come with the service, as their files say them: one file each, checked when the service starts. */
export const SHIPPED: readonly object[] = [
  inlavPact,
  integratedLocalPlan,
  regionalEsfCatalogue,
  territorialWorkPlan,
];
