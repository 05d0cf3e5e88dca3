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
  /** Of the Owner whom an earlier start has made; one is thought up for a new one. */
  readonly password?: string;
}

/** Rollcall as people use it: its console's address and an Owner. */
export interface ConsoleServer {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

export interface RollcallTarget extends Target {
  readonly console: ConsoleServer;
}

interface MadeIntegration {
  readonly scimUrl: string;
  readonly token: string;
}

/** The server as `npm start` runs it, with the settings that it has when nobody sets any. */
export async function startRollcall(options: RollcallOptions): Promise<RollcallTarget> {
  const port = await findFreePort();
  const program = path.resolve(import.meta.dirname, '../api');
  const password = options.password ?? randomBytes(24).toString('base64url');
  const owner = { email: 'bench@example.com', password };
  const environment = { ...process.env, ...variables(options, port, owner) };
  const profiling =
    options.profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(options.profileFolder)}`];
  const server = await startServerProcess({
    nodeArguments: [...profiling, path.join(program, 'main.js')],
    environment,
    port,
    logFile: path.join(options.logFolder, 'rollcall.log'),
  });
  const create = async (name: string): Promise<MadeIntegration> => {
    const cli = [path.join(program, 'cli.js'), 'integration', 'create', '--name', name, '--json'];
    const { stdout } = await run(process.execPath, cli, { env: environment });
    return JSON.parse(stdout) as MadeIntegration;
  };
  return {
    name: 'rollcall',
    pid: server.pid,
    database: options.database,
    console: { ...owner, url: `http://127.0.0.1:${port}` },
    openDirectory: async (label) => {
      const { scimUrl, token } = await create(`Bench ${label}`);
      return { host: '127.0.0.1', port, basePath: new URL(scimUrl).pathname.replace(/\/$/, ''), token };
    },
    stop: () => server.stop(),
  };
}

function variables(
  { databaseUrl, logFolder }: RollcallOptions,
  port: number,
  owner: { readonly email: string; readonly password: string },
): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: databaseUrl,
    ROLLCALL_DATA: path.join(logFolder, 'rollcall-data'),
    ROLLCALL_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    ROLLCALL_SETUP_TENANT: 'Bench',
    ROLLCALL_SETUP_EMAIL: owner.email,
    ROLLCALL_SETUP_PASSWORD: owner.password,
  };
}
