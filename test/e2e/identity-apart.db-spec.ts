import { randomBytes } from 'node:crypto';
import { driverFault } from '#platform';
import { testDatabase, type TestDatabase } from '../support/database.js';

const REFUSED = '42501';
const hmac = randomBytes(32);
const someone = '0199aaaa-0000-7000-8000-000000000001';

/** Every role that a statement could run as, but superusers and the identity's own. */
const OTHER_ROLES = `
  select rolname as role from pg_roles where not rolsuper and rolname <> 'patti_identity' order by rolname`;

describe('who someone is', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await db.database.query(`select identity.add($1, $2, 1)`, [[hmac], [someone]]);
  });
  afterAll(() => db.close());

  const faultOf = (asked: Promise<unknown>): Promise<string | undefined> =>
    asked.then(
      () => undefined,
      (error: unknown) => driverFault(error)?.code,
    );

  it.each([
    `select from identity.participant_identity`,
    `insert into identity.participant_identity values ('\\x00', gen_random_uuid())`,
    `update identity.participant_identity set participant_id = gen_random_uuid()`,
    `delete from identity.participant_identity`,
    `truncate identity.participant_identity`,
    `set role patti_identity`,
  ])('is refused to the login of the programs: %s', async (statement) => {
    expect(await faultOf(db.database.query(statement))).toBe(REFUSED);
  });

  it('is refused to every other role', async () => {
    const roles = await db.owner.query<{ role: string }>(OTHER_ROLES);
    expect(roles.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['patti_app', 'patti_service', 'pg_monitor']),
    );
    const able = await db.owner.query<{ role: string }>(
      `select role from (${OTHER_ROLES}) other
       where role not in ('pg_read_all_data', 'pg_write_all_data')
         and (has_table_privilege(role::text, 'identity.participant_identity', 'select, insert, update, delete')
           or pg_has_role(role::text, 'patti_identity', 'member'))`,
    );
    expect(able).toEqual([]);
  });

  it('is told only to who brings the hash, and functions cannot be led astray', async () => {
    const known = (hashes: Buffer[]) =>
      db.database.query(`select place::int, participant_id as id from identity.known($1)`, [hashes]);
    expect(await known([randomBytes(32), hmac])).toEqual([{ place: 2, id: someone }]);
    const functions = await db.owner.query<{ name: string; safe: boolean }>(
      `select proname as name, prosecdef and proconfig is not null and proacl is not null
         and not has_function_privilege('public', oid, 'execute') as safe
       from pg_proc where pronamespace = 'identity'::regnamespace`,
    );
    expect(functions.length).toBeGreaterThan(4);
    expect(functions.filter(({ safe }) => !safe)).toEqual([]);
  });
});
