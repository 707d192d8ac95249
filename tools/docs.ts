import { mkdir, writeFile } from 'node:fs/promises';
import { generatedDocuments } from './docs/generated-documents.js';

/** Writes the documents that the code itself tells; test/contract shows that they are up to date. */
await mkdir('docs', { recursive: true });
for (const [path, text] of Object.entries(await generatedDocuments())) await writeFile(path, text);
