import { playTrace, referenceTrace, TRACE_NAMES } from '@rollcall/idp-simulator';
import { databaseInstallation, type Connection } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';

describe('reference traces of Entra ID', () => {
  let server: RollcallProcess;
  let connection: Connection;

  beforeAll(async () => {
    const rollcall = await databaseInstallation();
    server = await rollcall.start();
    connection = await rollcall.connect('Entra ID');
  }, 60_000);

  describe.each(['default', 'flag'] as const)('in the %s dialect', (dialect) => {
    it.each(TRACE_NAMES)('%s: requests and statuses are those of the reference', async (name) => {
      const url = `${server.url}/api/v1/scim${dialect === 'flag' ? '?aadOptscim062020' : ''}`;

      const lines = await playTrace(name, { url, token: connection.token, dialect });

      expect(lines).toEqual(referenceTrace(name, dialect));
    });
  });
});
