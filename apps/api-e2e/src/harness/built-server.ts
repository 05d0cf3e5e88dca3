import fs from 'node:fs';
import path from 'node:path';

/** The workspace. Programs are started from here, as `npm start` does. */
export const ROOT = path.resolve(__dirname, '../../../..');

/** Path of a built program, such as `main.js`. These journeys are about what is shipped, so nothing is built on the way. */
export function builtProgram(name: 'main.js' | 'cli.js'): string {
  const program = path.join(ROOT, 'dist/apps/api', name);
  if (fs.existsSync(program)) return program;
  throw new Error(`${program} is missing: run "npm run build" first, or "npm test", which builds before it tests.`);
}

type Variables = Readonly<Record<string, string>>;

/** What the machine has set, without what jest and other tests have put there, and then ours. */
export function programEnvironment(variables: Variables): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(TEST_|JEST_|ROLLCALL_|NODE_OPTIONS$|DATABASE_URL$|PORT$|HOST$|LOG_)/.test(name),
  );
  return { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...variables };
}
