import { readCommand, UsageError } from './arguments';

const BASE = ['entra', '--url', 'https://acme.api.example.com/api/v1/scim', '--token', 'secret'];

describe('the command line', () => {
  it('plays everything with 500 people and 25 groups unless told otherwise', () => {
    const command = readCommand(BASE, {});

    expect(command?.options).toMatchObject({ users: 500, groups: 25, dialect: 'auto', parallel: 8, seed: '1' });
    expect(command?.phases).toEqual([
      'test',
      'initial',
      'restart',
      'incremental',
      'disable',
      'enable',
      'delete',
      'verify',
    ]);
  });

  it('--only initial keeps all users and groups, and still reads them back', () => {
    expect(readCommand([...BASE, '--only', 'initial'], {})?.phases).toEqual(['test', 'initial', 'verify']);
  });

  it('--only test asks for nothing but the connection', () => {
    expect(readCommand([...BASE, '--only', 'test'], {})?.phases).toEqual(['test']);
  });

  it('--phase adds what a phase needs: one cannot disable whom one has not created', () => {
    expect(readCommand([...BASE, '--phase', 'disable,enable'], {})?.phases).toEqual([
      'test',
      'initial',
      'disable',
      'enable',
      'verify',
    ]);
  });

  it('--keep leaves out the deletes', () => {
    expect(readCommand([...BASE, '--keep'], {})?.phases).not.toContain('delete');
  });

  it('takes the token from the environment, where a list of processes does not show it', () => {
    expect(readCommand(BASE.slice(0, 3), { SIMULATE_TOKEN: 'hidden' })?.options.token).toBe('hidden');
  });

  it('does not match by nickname, which may belong to several people', () => {
    const command = readCommand([...BASE, '--external-id', 'mailNickname'], {});

    expect(command?.options.matchUsersBy).toEqual(['userName']);
  });

  it('shows its help for --help and for nothing', () => {
    expect(readCommand(['--help'], {})).toBeUndefined();
    expect(readCommand([], {})).toBeUndefined();
  });

  it.each([
    [['okta', ...BASE.slice(1)], 'not "okta"'],
    [['entra', '--token', 'secret'], '--url is missing'],
    [BASE.slice(0, 3), '--token is missing'],
    [['entra', '--url', 'acme', '--token', 'secret'], '"acme" is not a URL'],
    [['entra', '--url', 'ftp://acme', '--token', 'secret'], 'must start with http'],
    [[...BASE, '--users', 'many'], '--users is a whole number from 1 up, not "many"'],
    [[...BASE, '--users', '0'], '--users is a whole number from 1 up'],
    [[...BASE, '--dialect', 'klingon'], '--dialect is one of auto, default, flag, both'],
    [[...BASE, '--audit', '2'], '--audit is a number between 0 and 1'],
    [[...BASE, '--phase', 'lunch'], '--phase is one of'],
    [[...BASE, '--colour'], '--colour'],
  ])('refuses %j in one sentence', (argv, sentence) => {
    expect(() => readCommand(argv, {})).toThrow(UsageError);
    expect(() => readCommand(argv, {})).toThrow(sentence);
  });
});
