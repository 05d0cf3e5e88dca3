import fs from 'node:fs';
import path from 'node:path';

/** The process of the built-in PostgreSQL in a data folder; undefined when none has written itself down. */
export function postmasterOf(dataFolder: string): number | undefined {
  for (const name of fs.readdirSync(dataFolder).filter((entry) => /^pg\d+$/.test(entry))) {
    const file = path.join(dataFolder, name, 'postmaster.pid');
    if (fs.existsSync(file)) return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  }
  return undefined;
}
