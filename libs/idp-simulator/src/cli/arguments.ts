import { parseArgs } from 'node:util';
import type { GroupMatch, SimulatorOptions, UserMatch } from '../engine/simulator-settings';
import type { ExternalIdSource } from '../mapping/user-mapping';
import type { Dialect, PatchHabits } from '../patch/patch-habits';
import type { FilterEncoding } from '../wire/scim-query';
import { readTenantUrl, type FlagForwarding } from '../wire/tenant-url';
import { PHASES, type Phase } from './entra-run';

export interface SimulateCommand {
  readonly options: SimulatorOptions;
  readonly phases: readonly Phase[];
  readonly json: boolean;
}

/** What the person typed cannot be carried out; the message is one sentence for them. */
export class UsageError extends Error {}

export const HELP = `Plays an identity provider against a SCIM server and reports every answer that it could not live with.

  npm run simulate -- entra --url URL --token TOKEN [options]

Where
  --url URL            the SCIM API URL, as pasted into Entra ("Tenant URL")
  --token TOKEN        the bearer token ("Secret token"); or set SIMULATE_TOKEN

How many
  --users N            people in the company (500)
  --groups N           groups (25)
  --seed TEXT          the same seed makes the same company; a second run finds it again (1)
  --domain NAME        domain of the user names (corp.example)

How
  --dialect WHICH      default, flag (aadOptscim062020), or both in turn (default: as the URL says)
  --parallel N         requests under way at a time (8)
  --external-id FROM   objectId or mailNickname (objectId)
  --match LIST         attributes that find an existing user: userName,externalId,emails (userName,externalId);
                       without an externalId from objectId, a second run cannot find whom the first one renamed
  --filter-encoding E  plus, percent or raw (plus)
  --forward-flag WHERE whether the URL's own parameters travel with each request: no, first or last (no)
  --manager-clear HOW  path, value or filter (path)
  --member-batch N     members in one PATCH (100)
  --audit SHARE        share of writes that is read back at once, 0 to 1 (0.1)
  --patience SECONDS   how long a silent server is waited for (30)

What
  --only initial       stop after the initial cycle and its read-back: all users and groups stay
  --phase LIST         only these phases: ${PHASES.join(', ')}
  --keep               leave out the deletes
  --json               print one JSON object instead of a table

A run leaves its users and groups in the server, minus those that it deletes. The same command may be repeated, also after
an interruption: what is there is matched, not doubled. Exit code 0 means no deviation.`;

const FLAGS = {
  url: { type: 'string' },
  token: { type: 'string' },
  users: { type: 'string', default: '500' },
  groups: { type: 'string', default: '25' },
  seed: { type: 'string', default: '1' },
  domain: { type: 'string', default: 'corp.example' },
  dialect: { type: 'string', default: 'auto' },
  parallel: { type: 'string', default: '8' },
  'external-id': { type: 'string', default: 'objectId' },
  match: { type: 'string', default: 'userName,externalId' },
  'filter-encoding': { type: 'string', default: 'plus' },
  'forward-flag': { type: 'string', default: 'no' },
  'manager-clear': { type: 'string', default: 'path' },
  'member-batch': { type: 'string', default: '100' },
  audit: { type: 'string', default: '0.1' },
  patience: { type: 'string', default: '30' },
  only: { type: 'string' },
  phase: { type: 'string' },
  keep: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

/** Reads the command line; undefined means that help was asked for. Throws UsageError. */
export function readCommand(argv: readonly string[], environment: NodeJS.ProcessEnv): SimulateCommand | undefined {
  const { values, positionals } = parse(argv);
  if (values.help || argv.length === 0) return undefined;
  const [provider = 'none'] = positionals;
  if (provider !== 'entra' || positionals.length > 1) {
    throw new UsageError(`The provider to play is "entra", not "${positionals.join(' ') || provider}". See --help.`);
  }
  const url = values.url ?? '';
  const token = values.token ?? environment['SIMULATE_TOKEN'] ?? '';
  if (url === '') throw new UsageError('--url is missing: the SCIM API URL of the integration. See --help.');
  if (token === '') throw new UsageError('--token is missing: the token that the console showed once. See --help.');
  checkUrl(url);
  return { options: readOptions(values, url, token), phases: readPhases(values), json: values.json };
}

function checkUrl(url: string): void {
  try {
    readTenantUrl(url);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

function readOptions(values: Values, url: string, token: string): SimulatorOptions {
  const externalId = oneOf<ExternalIdSource>('--external-id', values['external-id'], ['objectId', 'mailNickname']);
  const match = values.match
    .split(',')
    .map((name) => oneOf<UserMatch>('--match', name, ['userName', 'externalId', 'emails']));
  const users = wholeNumber('--users', values.users, 1);
  const groups = wholeNumber('--groups', values.groups, 0);
  return {
    url,
    token,
    users,
    groups,
    seed: values.seed,
    domain: values.domain,
    dialect: oneOf<'auto' | Dialect | 'both'>('--dialect', values.dialect, ['auto', 'default', 'flag', 'both']),
    parallel: wholeNumber('--parallel', values.parallel, 1),
    externalId,
    // A nickname may belong to several people, so it never finds one (entra 19.34).
    matchUsersBy: match.filter((name) => name !== 'externalId' || externalId === 'objectId'),
    matchGroupsBy: ['displayName', 'externalId'] satisfies GroupMatch[],
    filterEncoding: oneOf<FilterEncoding>('--filter-encoding', values['filter-encoding'], ['plus', 'percent', 'raw']),
    forwardFlagQuery: oneOf<FlagForwarding>('--forward-flag', values['forward-flag'], ['no', 'first', 'last']),
    managerClear: oneOf<PatchHabits['managerClear']>('--manager-clear', values['manager-clear'], [
      'path',
      'value',
      'filter',
    ]),
    memberBatch: wholeNumber('--member-batch', values['member-batch'], 1),
    activeForm: 'alternate',
    auditShare: share('--audit', values.audit),
    patienceMs: wholeNumber('--patience', values.patience, 0) * 1000,
    // The script's own deletes are meant.
    deleteThreshold: users + groups,
  };
}

function readPhases(values: Values): readonly Phase[] {
  const named = values.only ?? values.phase;
  if (named === undefined) return values.keep ? PHASES.filter((phase) => phase !== 'delete') : PHASES;
  const wanted = named.split(',').map((name) => oneOf<Phase>('--phase', name, PHASES));
  // Later phases change what the initial cycle made, so that one always comes first.
  const needed = wanted.every((phase) => phase === 'test') ? [] : (['initial', 'verify'] as const);
  return PHASES.filter((phase) => phase === 'test' || wanted.includes(phase) || needed.some((name) => name === phase));
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate.toLowerCase() === value.trim().toLowerCase());
  if (found === undefined) throw new UsageError(`${flag} is one of ${allowed.join(', ')}, not "${value}".`);
  return found;
}

function wholeNumber(flag: string, value: string, least: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`${flag} is a whole number from ${least} up, not "${value}".`);
}

function share(flag: string, value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new UsageError(`${flag} is a number between 0 and 1, not "${value}".`);
}
