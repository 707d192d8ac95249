import { defineProblem, mapConstraint } from '#platform';

const roleHeldAlready = defineProblem({
  slug: 'role-held-already',
  status: 409,
  title: 'This person holds this role already',
  titleIt: 'Questa persona ha già questo incarico',
});
mapConstraint('role_grant_held_uq', roleHeldAlready);

export const signInNotConfigured = defineProblem({
  slug: 'sign-in-not-configured',
  status: 409,
  title: 'No issuer of access tokens is configured, so there are no people to grant roles to',
  titleIt:
    'Non è configurato alcun emittente di token di accesso, quindi non ci sono persone a cui dare incarichi',
});
export const ownGrant = defineProblem({
  slug: 'own-grant',
  status: 403,
  title: 'Nobody grants a role to itself',
  titleIt: 'Nessuno assegna un incarico a se stesso',
});
