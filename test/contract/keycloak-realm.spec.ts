import { readFileSync } from 'node:fs';

interface Mapper {
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

interface Client {
  readonly clientId: string;
  readonly publicClient: boolean;
  readonly standardFlowEnabled: boolean;
  readonly serviceAccountsEnabled: boolean;
  readonly implicitFlowEnabled: boolean;
  readonly directAccessGrantsEnabled: boolean;
  readonly redirectUris: readonly string[];
  readonly defaultClientScopes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly protocolMappers: readonly Mapper[];
}

const text = readFileSync('docker/keycloak/realm-patti.json', 'utf8');
const realm = JSON.parse(text) as { realm: string; accessTokenLifespan: number; clients: readonly Client[] };
const page = readFileSync('docs/sign-in.md', 'utf8');

describe('the example realm of Keycloak', () => {
  it('is the one that the page on signing in tells of', () => {
    expect(page).toContain(`/realms/${realm.realm} `);
    expect(realm.clients.map(({ clientId }) => clientId)).toEqual(['patti-web', 'patti-machine']);
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(300);
  });

  it('holds no secret and no person', () => {
    expect(text).not.toMatch(/"(secret|users|credentials|privateKey|password)"/i);
  });

  it.each(realm.clients)(
    'gives $clientId tokens that Patti believes',
    ({ attributes, protocolMappers, ...client }) => {
      const mapper = (kind: string) =>
        protocolMappers.find(({ protocolMapper }) => protocolMapper === kind)?.config;
      const audience = mapper('oidc-audience-mapper');
      const roles = mapper('oidc-usermodel-realm-role-mapper');
      expect(audience).toMatchObject({ 'access.token.claim': 'true', 'id.token.claim': 'false' });
      expect(roles).toMatchObject({
        multivalued: 'true',
        'access.token.claim': 'true',
        'id.token.claim': 'false',
      });
      expect(page).toContain(`OIDC_AUDIENCE=${audience?.['included.custom.audience']} `);
      expect(page).toContain(`OIDC_ROLES_CLAIM=${roles?.['claim.name']} `);
      expect(attributes['access.token.header.type.rfc9068']).toBe('true');
      // `sub` comes with this scope; names and addresses would come with others.
      expect(client.defaultClientScopes).toEqual(['basic']);
    },
  );

  it.each(realm.clients)('lets nobody sign in to $clientId the old ways', (client) => {
    expect([client.implicitFlowEnabled, client.directAccessGrantsEnabled]).toEqual([false, false]);
    expect(client.standardFlowEnabled).toBe(client.publicClient);
    expect(client.serviceAccountsEnabled).toBe(!client.publicClient);
    if (client.publicClient) expect(client.attributes['pkce.code.challenge.method']).toBe('S256');
    for (const address of client.redirectUris) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\//);
  });
});
