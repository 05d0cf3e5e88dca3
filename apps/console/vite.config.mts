import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.ROLLCALL_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  server: { port: 4200, proxy: { '/api': api } },
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
