import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { findFreePort, startServerProcess } from './server-process';
import type { Target } from './target';

const run = promisify(execFile);

export interface RollcallOptions {
  readonly databaseUrl: string;
  readonly database: string;
  readonly logFolder: string;
  /** Where V8 leaves a profile of the server's CPU when it ends. */
  readonly profileFolder: string | undefined;
}

/** The server as `npm start` runs it, with the settings that it has when nobody sets any. */
export async function startRollcall(options: RollcallOptions): Promise<Target> {
  const port = await findFreePort();
  const program = path.resolve(import.meta.dirname, '../api');
  const environment = { ...process.env, ...variables(options, port) };
  const profiling =
    options.profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(options.profileFolder)}`];
  const server = await startServerProcess({
    nodeArguments: [...profiling, path.join(program, 'main.js')],
    environment,
    port,
    logFile: path.join(options.logFolder, 'rollcall.log'),
  });
  return {
    name: 'rollcall',
    pid: server.pid,
    database: options.database,
    openDirectory: async (label) => {
      const cli = [path.join(program, 'cli.js'), 'integration', 'create', '--name', `Bench ${label}`, '--json'];
      const { stdout } = await run(process.execPath, cli, { env: environment });
      const { scimUrl, token } = JSON.parse(stdout) as { scimUrl: string; token: string };
      return { host: '127.0.0.1', port, basePath: new URL(scimUrl).pathname.replace(/\/$/, ''), token };
    },
    stop: () => server.stop(),
  };
}

function variables({ databaseUrl, logFolder }: RollcallOptions, port: number): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: databaseUrl,
    ROLLCALL_DATA: path.join(logFolder, 'rollcall-data'),
    ROLLCALL_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    ROLLCALL_SETUP_TENANT: 'Bench',
    ROLLCALL_SETUP_EMAIL: 'bench@example.com',
    ROLLCALL_SETUP_PASSWORD: randomBytes(24).toString('base64url'),
  };
}
