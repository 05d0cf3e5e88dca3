import type { IntegrationView } from '@rollcall/admin-contracts';
import { ConsoleClient } from './harness/console-client';
import { databaseInstallation } from './harness/installation';
import { ScimClient } from './harness/scim-client';

describe('an integration paused on one of two servers', () => {
  it('A15: the other one answers 503 from that moment on, and takes requests again from the moment it is resumed', async () => {
    const rollcall = await databaseInstallation();
    const [one, other] = await Promise.all([rollcall.launch(), rollcall.launch()]);
    const console = await ConsoleClient.signIn((await one.ready()).url);
    const { integrationId, token } = await rollcall.connect('Entra ID');
    const entra = new ScimClient((await other.ready()).url, token, 1);
    const ask = async (): Promise<number> => (await entra.get('/Users?count=1')).status;
    expect(await ask()).toBe(200);

    for (let round = 0; round < 5; round += 1) {
      const paused = await console.send<IntegrationView>('POST', `/integrations/${integrationId}/pause`, { hours: 1 });
      expect([paused.state, await ask()]).toEqual(['paused', 503]);
      await console.send('POST', `/integrations/${integrationId}/resume`);
      expect(await ask()).toBe(200);
    }
    entra.close();
  });
});
