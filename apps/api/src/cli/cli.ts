import 'reflect-metadata';
import { StartupFault } from '../config/startup-fault';
import { ConsoleError } from '../console/console-error';
import { readCommandLine } from './command-line';
import { carryOut } from './commands';
import { openOperator } from './operator';
import { USAGE, UsageFault } from './usage';

/** One command, one answer on stdout, errors as one sentence on stderr with exit code 1. */
async function main(args: readonly string[]): Promise<void> {
  const { command, ...rest } = readCommandLine(args);
  if (command.kind === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const operator = await openOperator(process.env);
  try {
    const { text, json } = await carryOut({ ...rest, command }, operator);
    process.stdout.write(`${rest.json ? JSON.stringify(json) : text}\n`);
  } finally {
    await operator.close();
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageFault) return `${error.message} "--help" lists the commands.`;
  if (error instanceof StartupFault || error instanceof ConsoleError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
