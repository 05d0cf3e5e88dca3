import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [options]

  --rounds N            interleaved rounds of both servers (default 3)
  --users N             people in the directory of each round (default 1000)
  --quick               one small round: shows that everything works, not how fast
  --growth              instead: cost against the number of people and the size of a group
  --console             instead: the console's pages with 200,000 people and 2 million requests, against an empty one
  --keep FOLDER         with --console: leaves the large organisation there for the next run, and uses what is there
  --only TEXT           with --console: only pages with this in their name
  --check               exit code 1 also when a phase takes more than twice the floor's CPU, or a page more than 300 ms
  --json FILE           writes all measurements
  --database-url URL    superuser on a PostgreSQL to use instead of the embedded one
  --profile FOLDER      leaves there a CPU profile of Rollcall, and its statements by cost; slows Rollcall down
  --floor-only          measures the floor against itself: the noise of this machine
`;

export interface BenchOptions {
  readonly rounds: number;
  readonly users: number;
  readonly quick: boolean;
  readonly growth: boolean;
  readonly console: boolean;
  readonly keepFolder: string | undefined;
  readonly only: string | undefined;
  readonly check: boolean;
  readonly floorOnly: boolean;
  readonly jsonFile: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly profileFolder: string | undefined;
}

/** A mistake on the command line, told in one sentence. */
export class UsageFault extends Error {}

/** Undefined when only help was asked for. @throws UsageFault */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  return {
    rounds: readCount('--rounds', values.rounds, values.quick ? 1 : 3),
    users: readCount('--users', values.users, 1_000),
    quick: values.quick,
    growth: values.growth,
    console: values.console,
    keepFolder: values.keep,
    only: values.only,
    check: values.check,
    floorOnly: values['floor-only'],
    jsonFile: values.json,
    databaseUrl: values['database-url'],
    profileFolder: values.profile,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string' },
        users: { type: 'string' },
        quick: { type: 'boolean', default: false },
        growth: { type: 'boolean', default: false },
        console: { type: 'boolean', default: false },
        keep: { type: 'string' },
        only: { type: 'string' },
        check: { type: 'boolean', default: false },
        'floor-only': { type: 'boolean', default: false },
        json: { type: 'string' },
        'database-url': { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}

function readCount(name: string, text: string | undefined, absent: number): number {
  if (text === undefined) return absent;
  if (!/^[1-9]\d*$/.test(text)) throw new UsageFault(`${name} must be a whole number above 0, but is "${text}".`);
  return Number(text);
}
