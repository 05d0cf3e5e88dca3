import { defineConfig, mergeConfig } from 'vite';
import real from '../vite.config.mts';
import { fakeServer } from './fake-server';

/** The console in front of a sample organisation in memory: `npx vite -c apps/console/test/vite.fake.mts` (or `vite preview`). */
export default mergeConfig(real, defineConfig({ plugins: [fakeServer()], preview: { port: 4200 } }));
