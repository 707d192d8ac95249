import { join } from 'node:path';
import { defineConfig } from 'vite';

const API = process.env.PATTI_URL ?? 'http://127.0.0.1:3000';

/** `npx vite apps/dashboard` serves the sources while one works on them, with the API of PATTI_URL behind them. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: join(import.meta.dirname, '../../dist/dashboard'),
    emptyOutDir: true,
    // A data: address would need another line in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/v1': API, '/docs': API } },
});
