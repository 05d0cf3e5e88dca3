import { ImperfectScimServer } from '../testing/imperfect-scim-server';
import { playTrace, referenceTrace, TRACE_NAMES } from './reference-traces';

let server: ImperfectScimServer;

beforeAll(async () => {
  server = await ImperfectScimServer.started();
});

afterAll(() => server.stop());

describe.each(['default', 'flag'] as const)('reference traces in dialect %s', (dialect) => {
  it.each(TRACE_NAMES)('%s sends exactly what is known of Entra', async (name) => {
    const lines = await playTrace(name, { url: server.url, token: server.token, dialect });

    expect(lines).toEqual(referenceTrace(name, dialect));
  });
});

it('a trace fails loudly when the server breaks a rule', async () => {
  const broken = await ImperfectScimServer.started('department dropped', 'no Location');

  await expect(playTrace('T1', { url: broken.url, token: broken.token, dialect: 'default' })).rejects.toThrow(
    'Location',
  );
  await broken.stop();
});
