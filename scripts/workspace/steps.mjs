import { spawnSync } from 'node:child_process';
import { seconds } from './packages.mjs';
import { root } from './root.mjs';

/** Runs named steps one after the other, all of them even when one fails, and tells how each went. */
export class Steps {
  passed = 0;
  failed = 0;
  flaky = [];
  done = [];

  /** A program that passes or not; when it does not, that counts as one failure. */
  command(name, script, args = [], env = {}) {
    this.step(name, () => {
      if (runNode(script, args, env) !== 0) this.failed += 1;
    });
  }

  /** A test runner that leaves a report; `read` finds in it how many passed and failed, and the names of those that passed on a second try. */
  tests(name, script, args, env, read) {
    this.step(name, () => {
      const status = runNode(script, args, env);
      const { passed, failed, flaky = [] } = read() ?? { passed: 0, failed: 1 };
      this.passed += passed;
      this.flaky.push(...flaky);
      this.failed += status !== 0 && failed === 0 ? 1 : failed;
    });
  }

  step(name, work) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const before = this.failed;
    try {
      work();
    } catch (error) {
      console.error(error.message);
      this.failed += 1;
    }
    this.done.push(`${this.failed === before ? 'ok    ' : 'FAILED'} ${name} (${seconds(started)})`);
    console.log(this.done.at(-1));
  }

  /** The summary, and as its last line one that any reader of a log understands. */
  finish() {
    console.log(`\n${this.done.join('\n')}\n`);
    if (this.flaky.length > 0) console.log(`flaky, passed on the second try:\n  ${this.flaky.join('\n  ')}\n`);
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}

function runNode(script, args, env) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status;
}
