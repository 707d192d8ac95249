import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface PublicCode {
  publiccodeYmlVersion: string;
  name: string;
  url: string;
  softwareVersion: string;
  platforms: string[];
  developmentStatus: string;
  softwareType: string;
  description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>;
  legal: { license: string };
  maintenance: { type: string; contacts?: { name: string }[] };
  localisation: { localisationReady: boolean; availableLanguages: string[] };
}

const root = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const code = parse(textOf('publiccode.yml')) as PublicCode;
const pack = JSON.parse(textOf('package.json')) as { version: string; license: string };

describe('publiccode.yml', () => {
  it('follows version 0.7 of the standard: what is mandatory is there, with values of its lists', () => {
    expect(code.publiccodeYmlVersion).toBe('0.7');
    expect(code.name).toBe('Patti');
    expect(URL.canParse(code.url)).toBe(true);
    expect(code.platforms.length).toBeGreaterThan(0);
    expect(['concept', 'development', 'beta', 'stable', 'obsolete']).toContain(code.developmentStatus);
    expect(code.softwareType).toBe('standalone/backend');
    expect(code.localisation.localisationReady).toBe(true);
    expect(code.localisation.availableLanguages).toEqual(['it', 'en']);
  });

  it.each(Object.entries(code.description))(
    'describes the software within the limits, in %s',
    (_language, text) => {
      expect(text.shortDescription.length).toBeLessThanOrEqual(150);
      expect(text.longDescription.length).toBeGreaterThanOrEqual(150);
      expect(text.longDescription.length).toBeLessThanOrEqual(10_000);
      expect(text.features.length).toBeGreaterThanOrEqual(5);
    },
  );

  it('names a person where somebody maintains it', () => {
    const { type, contacts } = code.maintenance;
    expect(['internal', 'contract', 'community', 'none']).toContain(type);
    expect(type === 'none' || (contacts?.length ?? 0) > 0).toBe(true);
  });

  it('tells the version and the licence of the package, whose whole text is in LICENSE', () => {
    expect(code.softwareVersion).toBe(pack.version);
    expect(code.legal.license).toBe(pack.license);
    const licence = textOf('LICENSE');
    expect(licence).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
    for (let article = 1; article <= 15; article += 1)
      expect(licence).toMatch(new RegExp(`^${article}\\.`, 'm'));
    expect(licence).toContain('Appendix');
  });
});
