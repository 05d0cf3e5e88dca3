import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../database/embedded-postgres';

/** A server for one run of tests: nothing in it has to survive, so it never waits for the disk. */
export interface ThrowAwayPostgres extends EmbeddedPostgres {
  readonly dataFolder: string;
}

const FLAGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  shared_preload_libraries: 'pg_stat_statements',
  // All databases of a run share it; when it is full it forgets, and a test that counts statements would count wrong.
  'pg_stat_statements.max': 50_000,
};

export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-test-'));
  const postgres = await startEmbeddedPostgres({ dataFolder, flags: FLAGS });
  return {
    url: postgres.url,
    dataFolder,
    stop: async () => {
      await postgres.stop();
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
