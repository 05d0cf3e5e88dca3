import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fakeServer } from './test/fake-server';

const api = process.env.ROLLCALL_API ?? 'http://127.0.0.1:3000';

/** ROLLCALL_FAKE=1 answers /api/console from memory (test/), so that pages can be worked on without a server or a database. */
const fake = process.env.ROLLCALL_FAKE === '1' ? [fakeServer()] : [];

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), ...fake],
  resolve: { tsconfigPaths: true },
  server: { port: 4200, ...(fake.length > 0 ? {} : { proxy: { '/api': api } }) },
  preview: { port: 4200 },
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A font or a picture inside the CSS would need `data:` in font-src.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'mantine', test: /node_modules\/@mantine\/(core|hooks)/ },
            {
              name: 'tanstack',
              test: /node_modules\/@tanstack\/(query-core|react-query|router-core|react-router|history|store|react-store)/,
            },
            { name: 'i18n', test: /node_modules\/(i18next|react-i18next)/ },
          ],
        },
      },
    },
  },
});
