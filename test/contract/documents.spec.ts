import { readFile } from 'node:fs/promises';
import { generatedDocuments } from '../../tools/docs/generated-documents.js';

describe('generated documents', () => {
  it('say what the code says (npm run docs writes them anew)', async () => {
    for (const [path, text] of Object.entries(await generatedDocuments())) {
      expect({ path, text: await readFile(path, 'utf8') }).toEqual({ path, text });
    }
  });
});
