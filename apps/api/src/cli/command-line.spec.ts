import { readCommandLine } from './command-line';
import { UsageFault } from './usage';

const NOW = new Date('2026-03-01T10:00:00Z');
const read = (line: string) => readCommandLine(line === '' ? [] : line.split(' '), NOW);

describe('the command line', () => {
  it.each([
    ['', { kind: 'help' }],
    ['integration create --help', { kind: 'help' }],
    ['integration create --name Entra', { kind: 'createIntegration', name: 'Entra', provider: 'entra' }],
    ['integration create --name X --provider Okta', { kind: 'createIntegration', name: 'X', provider: 'okta' }],
    [
      'integration create --name X --expires 90d',
      { kind: 'createIntegration', name: 'X', provider: 'entra', expiresAt: '2026-05-30T10:00:00.000Z' },
    ],
    ['integration list', { kind: 'listIntegrations' }],
    ['token list --integration 7', { kind: 'listTokens', integration: '7' }],
    ['token create --integration 7', { kind: 'createToken', integration: '7' }],
    [
      'token create --integration 7 --expires 2026-03-31',
      { kind: 'createToken', integration: '7', expiresAt: '2026-03-31T23:59:59.000Z' },
    ],
    ['token revoke 9', { kind: 'revokeToken', tokenId: '9' }],
    ['check', { kind: 'check' }],
  ])('reads "%s"', (line, command) => {
    expect(read(line)).toEqual({ command, json: false });
  });

  it('prints JSON for scripts when asked to', () => {
    expect(read('integration list --json').json).toBe(true);
  });

  it.each([
    ['integration', 'There is no command "integration".'],
    ['integration destroy --name X', 'There is no command "integration destroy".'],
    ['integration create', 'This command needs --name "...".'],
    ['integration create --name X --provider acme', '--provider is one of entra, okta'],
    ['integration list all', '"all" is one word too many.'],
    ['token list', 'This command needs --integration ID.'],
    ['token revoke', 'This command needs the id of the token'],
    ['token create --integration 7 --expires soon', '--expires "soon" is no end'],
    ['token revoke 9 --expires 1d', '--expires belongs to "integration create" and "token create".'],
    ['integration list --name X', '--name belongs to "integration create".'],
    ['token list --integratoin 7', "Unknown option '--integratoin'"],
  ])('says what is wrong with "%s"', (line, sentence) => {
    expect(() => read(line)).toThrow(UsageFault);
    expect(() => read(line)).toThrow(sentence);
  });
});
