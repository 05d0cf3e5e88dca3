import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env.ROLLCALL_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), compressed()],
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

/** Writes each file in compressed form beside it, once for all readers: the server sends the form that a browser accepts. */
function compressed(): Plugin {
  return {
    name: 'rollcall-compressed-files',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file))) {
        const file = path.join(dir, name);
        const content = fs.readFileSync(file);
        const hint = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
        fs.writeFileSync(`${file}.br`, brotliCompressSync(content, hint));
        fs.writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
