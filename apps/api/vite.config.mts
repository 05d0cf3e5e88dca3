import { defineConfig } from 'vite';

/** The server as an ESM bundle of our own sources; everything from npm stays in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  oxc: {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  ssr: { noExternal: [/^@rollcall\//] },
  build: {
    ssr: true,
    outDir: '../../dist/apps/api',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', cli: 'src/cli/cli.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
