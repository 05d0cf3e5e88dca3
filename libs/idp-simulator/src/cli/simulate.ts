import { EntraSimulator } from '../engine/entra-simulator';
import { ObjectFailed, Quarantined } from '../engine/object-failed';
import { ServerSilent } from '../wire/patient-client';
import { HELP, readCommand, UsageError, type SimulateCommand } from './arguments';
import { NotConnected, runEntra } from './entra-run';
import { ProgressLine } from './progress-line';
import { summaryJson, summaryText } from './summary';

const EXIT_INTERRUPTED = 130;

/** Runs the command; the exit code is 0 only when everything was played and nothing deviated. */
async function main(): Promise<number> {
  let command: SimulateCommand | undefined;
  try {
    command = readCommand(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (command !== undefined) return simulate(command);
  process.stdout.write(`${HELP}\n`);
  return 0;
}

async function simulate({ options, phases, json }: SimulateCommand): Promise<number> {
  const progress: ProgressLine = new ProgressLine(process.stderr, () => simulator.report.requests);
  const simulator = new EntraSimulator({ ...options, onProgress: (step) => progress.show(step) });
  const { seed = '1', domain = 'corp.example' } = options;
  const conclude = (stopped?: Error): number => {
    progress.clear();
    simulator.close();
    print(simulator, json, stopped);
    return stopped === undefined && simulator.report.deviations.length === 0 ? 0 : 1;
  };
  process.once('SIGINT', () => {
    conclude(new Error('Interrupted. The same command takes up where this one ended.'));
    process.exit(EXIT_INTERRUPTED);
  });
  try {
    await runEntra({ simulator, phases, seed, domain, onNews: (news) => progress.say(`  ${news}`) });
    return conclude();
  } catch (error) {
    if (endsTheRun(error)) return conclude(error);
    throw error;
  }
}

function print(simulator: EntraSimulator, json: boolean, stopped: Error | undefined): void {
  const { report } = simulator;
  const expectation = stopped === undefined ? simulator.expectation() : undefined;
  if (json) {
    process.stdout.write(`${summaryJson(report, expectation, stopped?.message)}\n`);
    return;
  }
  // Without a connection there is one thing to say, and no figures.
  const unconnected = stopped instanceof NotConnected && report.deviations.length === 0;
  if (!unconnected) process.stdout.write(`${summaryText(report, expectation)}\n`);
  if (stopped !== undefined) process.stderr.write(`${stopped.message}\n`);
}

function endsTheRun(error: unknown): error is Error {
  return (
    error instanceof NotConnected ||
    error instanceof Quarantined ||
    error instanceof ServerSilent ||
    error instanceof ObjectFailed
  );
}

process.exitCode = await main();
