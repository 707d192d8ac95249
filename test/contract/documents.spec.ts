import { readFile } from 'node:fs/promises';
import { generatedDocuments } from '../../tools/docs/generated-documents.js';

describe('generated documents', () => {
  it('say what the code says (npm run docs writes them anew)', async () => {
    for (const [path, text] of Object.entries(await generatedDocuments())) {
      expect({ path, text: await readFile(path, 'utf8') }).toEqual({ path, text });
    }
  });
});

/** By its address, as it has no types. */
const ORDER = new URL('../../.dependency-cruiser.js', import.meta.url).href;

describe('the maps of the house', () => {
  let libs: readonly string[];
  beforeAll(async () => {
    ({ LIBS: libs } = (await import(ORDER)) as { LIBS: readonly string[] });
  });

  it.each(['README.md', 'README.it.md'])(
    '%s names every lib, in the order of their dependencies',
    async (path) => {
      const named = (await readFile(path, 'utf8')).matchAll(/^libs\/([a-z]+)\/ /gm);
      expect([...named].map(([, lib]) => lib)).toEqual(libs);
    },
  );

  it('docs/architecture.md draws the same order', async () => {
    const drawn = (await readFile('docs/architecture.md', 'utf8')).match(/^ {2}kernel --> .*$/gm);
    expect(drawn).toEqual([`  ${libs.join(' --> ')}`]);
  });
});
