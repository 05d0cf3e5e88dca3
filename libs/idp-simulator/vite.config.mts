import { defineConfig } from 'vite';

/** The simulator as a program of its own: `npm run simulate` needs nothing of the server. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: '../../dist/libs/idp-simulator',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: { input: { simulate: 'src/cli/simulate.ts' }, output: { entryFileNames: '[name].js' } },
  },
});
