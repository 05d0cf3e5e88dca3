import 'reflect-metadata';
import { useMemoryFolder } from './memory-folder';
import { prepareTemplate } from './template-database';
import { startThrowAwayPostgres, type ThrowAwayPostgres } from './throw-away-postgres';

declare global {
  var rollcallTestPostgres: ThrowAwayPostgres | undefined;
}

/**
 * One PostgreSQL a run of jest, unless TEST_DATABASE_URL names one (of a superuser). Every project's set-up calls this; the first one
 * starts the server and migrates the template from which each test takes its own database.
 */
export default async function startPostgres(): Promise<void> {
  useMemoryFolder();
  if (process.env['TEST_DATABASE_URL'] === undefined) {
    globalThis.rollcallTestPostgres = await startThrowAwayPostgres();
    process.env['TEST_DATABASE_URL'] = globalThis.rollcallTestPostgres.url;
  }
  if (process.env['TEST_TEMPLATE_READY'] !== process.env['TEST_DATABASE_URL']) {
    await prepareTemplate(process.env['TEST_DATABASE_URL']);
    process.env['TEST_TEMPLATE_READY'] = process.env['TEST_DATABASE_URL'];
  }
}
