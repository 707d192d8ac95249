import { KINDS } from './role.rules.js';

/**
 * Who may do what. One line a permission; what is not listed is refused. A caller also has to belong to the pact it
 * asks about (administrators belong to all), and finer rules, such as "only the promisor", stand with their subject.
 * What each permission means is told in `policy.labels.ts`; docs/permissions.md shows both, with the operations.
 *
 * Of people that are helped, rows are read by who sent them and by who answers for the case: coordinators, auditors and
 * administrators see how many records came in, not whose. Administrators may push, so that a service can be tried out or moved with the one
 * key it begins with, but like any other key only under sources of their own.
 */
export const POLICY = {
  'caller:read': KINDS,
  'api-key:manage': ['admin'],
  'grant:manage': ['admin'],
  'grant:delegate': ['admin', 'coordinator'],
  'audit:read': ['admin', 'coordinator', 'auditor'],

  'actor:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'auditor'],
  'actor:write': ['admin', 'coordinator'],

  'competence:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'competence-need:write': ['admin', 'coordinator'],
  'service-directory:read': [
    'admin',
    'coordinator',
    'member',
    'case_worker',
    'observer',
    'dashboard',
    'auditor',
  ],
  'professional:read': ['admin', 'coordinator', 'member', 'case_worker'],
  'professional:write': ['admin', 'coordinator'],

  'template:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'template:export': ['admin', 'coordinator', 'member', 'observer', 'auditor'],
  'template:apply': ['admin', 'coordinator'],

  'pact:create': ['admin'],
  'pact:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'pact-history:read': ['admin', 'coordinator', 'member', 'case_worker', 'auditor'],
  'pact:write': ['admin', 'coordinator'],
  'membership:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'auditor'],
  'membership:write': ['admin', 'coordinator'],
  'membership:sign': ['admin', 'coordinator', 'member'],
  'membership:withdraw': ['admin', 'coordinator', 'member'],

  'agenda:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'agenda:write': ['admin', 'coordinator'],
  'survey:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'auditor'],
  'survey:write': ['admin', 'coordinator', 'member'],
  'stakeholder:read': ['admin', 'coordinator', 'member', 'observer', 'auditor'],
  'stakeholder:write': ['admin', 'coordinator'],
  'governance:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'auditor'],
  'governance:write': ['admin', 'coordinator'],
  'attendance:record': ['admin', 'coordinator', 'member'],
  'proposal:write': ['admin', 'coordinator', 'member'],
  'vote:cast': ['admin', 'coordinator', 'member'],
  'vote:read': ['admin', 'coordinator', 'member', 'auditor'],
  'decision-action:report': ['admin', 'coordinator', 'member'],
  'contribution:write': ['admin', 'coordinator', 'member'],

  'commitment:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'auditor'],
  'commitment:write': ['admin', 'coordinator', 'member'],
  'delivery:record': ['admin', 'coordinator', 'member'],
  'delivery:confirm': ['admin', 'coordinator', 'member'],

  'plan:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'plan:write': ['admin', 'coordinator'],
  'plan:record': ['admin', 'coordinator', 'member'],
  'plan-record:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'auditor'],
  'voucher:read': ['admin', 'coordinator', 'member', 'auditor'],
  'funding-source:read': [
    'admin',
    'coordinator',
    'member',
    'case_worker',
    'observer',
    'dashboard',
    'auditor',
  ],
  'funding-source:create': ['admin', 'coordinator'],
  'funding-source:write': ['admin'],

  'outcome:push': ['admin', 'partner'],
  'outcome:read': ['admin', 'partner'],
  'outcome:count': ['admin', 'coordinator', 'partner', 'auditor'],

  'data-quality:read': ['admin', 'coordinator', 'partner', 'auditor'],
  'data-finding:read': ['coordinator', 'partner'],
  'data-finding:settle': ['coordinator', 'partner'],

  'record-kind:read': KINDS,

  'case-data:read': ['case_worker'],
  'case-data-access:read': ['coordinator', 'auditor'],
  'data-subject:serve': ['admin', 'coordinator'],
  'dead-letter:read': ['admin'],
  'dead-letter:replay': ['admin'],
  'retention:read': ['admin', 'coordinator', 'auditor'],

  'indicator:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'indicator-settings:write': ['admin', 'coordinator'],
  'target:write': ['admin', 'coordinator'],
  'figure:read': ['admin', 'coordinator', 'member', 'case_worker', 'observer', 'dashboard', 'auditor'],
  'alert:read': ['admin', 'coordinator', 'member', 'auditor'],
  'monitoring:read': ['admin', 'coordinator', 'auditor'],
  'monitoring:run': ['admin', 'coordinator'],
} as const;

export type Permission = keyof typeof POLICY;

export const isPermission = (name: string): name is Permission => Object.hasOwn(POLICY, name);

export const allows = (permission: Permission, kind: string): boolean =>
  (POLICY[permission] as readonly string[]).includes(kind);
