/**
 * Who may do what. One line a permission; what is not listed is refused. A caller also has to belong to the pact it
 * asks about (administrators belong to all), and finer rules, such as "only the promisor", stand with their subject.
 */
export const POLICY = {
  'caller:read': ['admin', 'coordinator', 'member', 'case_worker', 'partner', 'dashboard', 'auditor'],
  'api-key:manage': ['admin'],

  'actor:read': ['admin', 'coordinator', 'member', 'case_worker', 'auditor'],
  'actor:write': ['admin', 'coordinator'],

  'pact:create': ['admin'],
  'pact:read': ['admin', 'coordinator', 'member', 'case_worker', 'partner', 'dashboard', 'auditor'],
  'pact:write': ['admin', 'coordinator'],
  'membership:read': ['admin', 'coordinator', 'member', 'case_worker', 'auditor'],
  'membership:write': ['admin', 'coordinator'],
  'membership:sign': ['admin', 'coordinator', 'member'],
  'membership:withdraw': ['admin', 'coordinator', 'member'],

  'commitment:read': ['admin', 'coordinator', 'member', 'case_worker', 'auditor'],
  'commitment:write': ['admin', 'coordinator', 'member'],
  'delivery:record': ['admin', 'coordinator', 'member'],
  'delivery:confirm': ['admin', 'coordinator', 'member'],

  'outcome:push': ['admin', 'partner'],
  'outcome:read': ['admin', 'coordinator', 'partner'],

  'case-data:read': ['case_worker'],
  'case-data-access:read': ['coordinator', 'auditor'],
  'data-subject:serve': ['admin', 'coordinator'],
  'retention:read': ['admin', 'coordinator', 'auditor'],

  'indicator:read': ['admin', 'coordinator', 'member', 'case_worker', 'partner', 'dashboard', 'auditor'],
  'indicator-settings:write': ['admin', 'coordinator'],
  'figure:read': ['admin', 'coordinator', 'member', 'case_worker', 'dashboard', 'auditor'],
  'monitoring:read': ['admin', 'coordinator', 'auditor'],
  'monitoring:run': ['admin', 'coordinator'],
} as const;

export type Permission = keyof typeof POLICY;

export const isPermission = (name: string): name is Permission => Object.hasOwn(POLICY, name);

export const allows = (permission: Permission, kind: string): boolean =>
  (POLICY[permission] as readonly string[]).includes(kind);
