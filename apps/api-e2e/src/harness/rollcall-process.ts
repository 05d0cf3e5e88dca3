import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { builtProgram, programEnvironment, ROOT } from './built-server';
import { cleanUpLater } from './cleaning';

const READY_WAIT_MS = 60_000;

/** How a server process ended. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
}

/** One process of the built server, from its start to its end. */
export class RollcallProcess {
  private output = '';
  private readonly ended: Promise<Ending>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    const read = (chunk: Buffer): void => {
      this.output += chunk.toString('utf8');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    // "close" comes when its last words have been read as well.
    this.ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output: this.output }));
  }

  /** Starts `node dist/apps/api/main.js`, ready or not. */
  static launch(port: number, variables: Readonly<Record<string, string>>): RollcallProcess {
    const url = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, [builtProgram('main.js')], {
      cwd: ROOT,
      env: programEnvironment({ PORT: String(port), ROLLCALL_URL: url, LOG_LEVEL: 'warn', ...variables }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new RollcallProcess(child, url);
    cleanUpLater(async () => {
      await started.kill();
    });
    return started;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it takes requests; throws with all it said when it ends instead. */
  async ready(): Promise<this> {
    for (const end = Date.now() + READY_WAIT_MS; Date.now() < end;) {
      if (this.output.includes('Rollcall is ready')) return this;
      if (!this.isRunning) throw new Error(`the server ended with ${(await this.ended).code}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`the server is not ready after ${READY_WAIT_MS} ms:\n${this.output}`);
  }

  /** Asks it to stop, as a process manager does, and waits for its end. */
  stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<Ending> {
    if (this.isRunning) this.child.kill(signal);
    return this.ended;
  }

  /** kill -9. */
  kill(): Promise<Ending> {
    if (this.isRunning) this.child.kill('SIGKILL');
    return this.ended;
  }

  /** How it ends by itself. */
  end(): Promise<Ending> {
    return this.ended;
  }
}
