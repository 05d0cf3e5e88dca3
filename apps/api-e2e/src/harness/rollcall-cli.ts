import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtProgram, programEnvironment, ROOT } from './built-server';

export interface CliAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs `node dist/apps/api/cli.js` to its end. */
export async function runCli(args: readonly string[], variables: Variables): Promise<CliAnswer> {
  const child = spawn(process.execPath, [builtProgram('cli.js'), ...args], {
    cwd: ROOT,
    env: programEnvironment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

/** The same with `--json`; throws when the command fails. */
export async function runCliJson<Answer>(args: readonly string[], variables: Variables): Promise<Answer> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], variables);
  if (code !== 0) throw new Error(`rollcall ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
