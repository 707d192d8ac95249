import type { RulesetDefinition } from '@stoplight/spectral-core';
import published from '@stoplight/spectral-owasp-ruleset';
import { rule, type Judge } from './rule.js';

/** Its types tell of the CommonJS build, where the ruleset is one step further down. */
const owasp = published as unknown as RulesetDefinition;
/** Answers to requests that are counted. */
const COUNTED = '$.paths[?(@property.match(/^.v1./))][*].responses[?(@property.match(/^(2|4)/))]';
const BOTH_FAMILIES = ['RateLimit', 'RateLimit-Limit', 'RateLimit-Reset'];
const tellsRate: Judge<{ readonly headers?: object }> = ({ headers = {} }) =>
  BOTH_FAMILIES.every((name) => name in headers) ? undefined : 'does not tell how many requests are left';

/** The OWASP rules for OpenAPI. What is not followed, or is followed in another way, stands here with its reason. */
export const OWASP: RulesetDefinition = {
  extends: [[owasp, 'all']],
  rules: {
    // The dashboard comes from the same origin; pages of others have no business with what this service answers.
    'owasp:api8:2023-define-cors-origin': 'off',
    // Names, reasons and titles are free text. Each has its length, and control characters are refused.
    'owasp:api4:2023-string-restricted': 'off',
    // Requests are closed (`requests-are-closed` among the rules of the Italian profile). Problems may say more
    // (RFC 9457, 3.2), and some answers hold rows as they lie in a table.
    'owasp:api3:2023-no-additionalProperties': 'off',
    // What goes wrong on this side is one answer for all operations, 500 and 503 alike: `default`.
    'owasp:api8:2023-define-error-responses-500': 'off',
    // Health, status and the pages about problems are open to all, so they know no 401, and their requests are not
    // counted. That everything else has both is asked by `all-statuses` of the Italian profile.
    'owasp:api2:2023-read-restricted': 'off',
    'owasp:api8:2023-define-error-responses-401': 'off',
    'owasp:api4:2023-rate-limit-responses-429': 'off',
    // The rule wants one family of headers. Clients know the one, and the IETF draft will replace it by the other.
    'owasp:api4:2023-rate-limit': rule<object>(COUNTED, tellsRate, { resolved: true }),
  },
};
