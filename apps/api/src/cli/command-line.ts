import { parseArgs } from 'node:util';
import { INTEGRATION_NAME_MAX, PROVIDERS, type Provider } from '@rollcall/admin-contracts';
import { readTokenEnd } from './token-end';
import { UsageFault } from './usage';

/** What the operator asked for, checked. `integration` is an id or a name, `expiresAt` a moment in ISO 8601. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'check' }
  | {
      readonly kind: 'createIntegration';
      readonly name: string;
      readonly provider: Provider;
      readonly expiresAt?: string;
    }
  | { readonly kind: 'listIntegrations' }
  | { readonly kind: 'listTokens'; readonly integration: string }
  | { readonly kind: 'createToken'; readonly integration: string; readonly expiresAt?: string }
  | { readonly kind: 'revokeToken'; readonly tokenId: string };

export interface Invocation {
  readonly command: Command;
  readonly json: boolean;
  /** Slug or name; needed only where there are several. */
  readonly organisation?: string;
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  name: { type: 'string' },
  provider: { type: 'string' },
  integration: { type: 'string' },
  expires: { type: 'string' },
  organisation: { type: 'string' },
} as const;

/** What belongs to one command or two; the rest fits all. An option that does nothing is a misunderstanding. */
const FITTING = {
  name: ['integration create'],
  provider: ['integration create'],
  integration: ['token list', 'token create'],
  expires: ['integration create', 'token create'],
} as const;

/** `now` is the moment that durations are counted from. @throws UsageFault that says what is wrong */
export function readCommandLine(args: readonly string[], now = new Date()): Invocation {
  const { values, positionals } = parse(args);
  const [thing, verb, ...rest] = positionals;
  const common = {
    json: values.json,
    ...(values.organisation === undefined ? {} : { organisation: values.organisation }),
  };
  if (values.help || thing === undefined || thing === 'help') return { ...common, command: { kind: 'help' } };
  const words = [thing, verb].filter(Boolean).join(' ');
  const command = readCommand(words, values, rest, now);
  refuseUnfitting(words, values);
  return { ...common, command };
}

type Values = ReturnType<typeof parse>['values'];

function readCommand(words: string, values: Values, rest: readonly string[], now: Date): Command {
  const [first] = rest;
  if (words !== 'token revoke' && first !== undefined) throw new UsageFault(`"${first}" is one word too many.`);
  const expires = values.expires === undefined ? {} : { expiresAt: readTokenEnd(values.expires, now) };
  switch (words) {
    case 'check':
      return { kind: 'check' };
    case 'integration create':
      return {
        kind: 'createIntegration',
        name: readName(values.name),
        provider: readProvider(values.provider),
        ...expires,
      };
    case 'integration list':
      return { kind: 'listIntegrations' };
    case 'token list':
      return { kind: 'listTokens', integration: required('--integration ID', values.integration) };
    case 'token create':
      return { kind: 'createToken', integration: required('--integration ID', values.integration), ...expires };
    case 'token revoke':
      return { kind: 'revokeToken', tokenId: required('the id of the token, as "token list" shows it', first) };
    default:
      throw new UsageFault(`There is no command "${words}".`);
  }
}

function refuseUnfitting(words: string, values: Values): void {
  for (const [option, commands] of Object.entries(FITTING)) {
    if (values[option as keyof typeof FITTING] === undefined || commands.some((command) => command === words)) continue;
    const fitting = commands.map((command) => `"${command}"`).join(' and ');
    throw new UsageFault(`--${option} belongs to ${fitting}.`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function readName(text: string | undefined): string {
  const name = required('--name "..."', text?.trim());
  if (name.length <= INTEGRATION_NAME_MAX) return name;
  throw new UsageFault(`A name has at most ${INTEGRATION_NAME_MAX} characters.`);
}

function readProvider(text: string | undefined): Provider {
  const provider = PROVIDERS.find((known) => known === (text ?? 'entra').toLowerCase());
  if (provider !== undefined) return provider;
  throw new UsageFault(`--provider is one of ${PROVIDERS.join(', ')}.`);
}

function required(what: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageFault(`This command needs ${what}.`);
}
