import { defineConfig } from 'vite';

/** The bench, and the floor server that it starts beside itself. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  build: {
    ssr: true,
    outDir: '../../dist/apps/bench',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', floor: 'src/floor/floor.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
