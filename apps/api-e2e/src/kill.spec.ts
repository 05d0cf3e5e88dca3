import { setTimeout as pause } from 'node:timers/promises';
import { postmasterOf } from './harness/built-in-postgres';
import { eventually } from './harness/eventually';
import { embeddedInstallation, type Installation } from './harness/installation';
import type { RollcallProcess } from './harness/rollcall-process';
import { ScimClient } from './harness/scim-client';
import { aProvider, provisionEverything } from './harness/simulated-provider';
import { WriteLedger } from './harness/write-ledger';

// What is lost once is lost: no second try.
jest.retryTimes(0);

/** `E2E_KILLS=100` for the long run. */
const KILLS = Number(process.env['E2E_KILLS'] ?? 4);

describe('kill -9', () => {
  let rollcall: Installation;
  let server: RollcallProcess;
  let port: number;

  beforeAll(async () => {
    rollcall = embeddedInstallation();
    server = await rollcall.start();
    port = Number(new URL(server.url).port);
  }, 90_000);

  /** Every other time the database goes in the same moment, as in a power cut. */
  async function killAndRestart(round: number): Promise<void> {
    const postmaster = postmasterOf(rollcall.dataFolder);
    if (round % 2 === 1 && postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
    await server.kill();
    server = await rollcall.start(port);
  }

  it(
    'R-01 R-03: killed again and again during a run, it loses nothing it acknowledged and doubles nothing; the provider converges',
    async () => {
      const entra = await rollcall.connect('Entra ID');
      const books = await rollcall.connect('Books');
      const client = new ScimClient(server.url, books.token, 4);
      const group = await client.createGroup('Everybody');
      const ledger = new WriteLedger(client, group.id).start(4);
      const provider = { url: entra.scimUrl, token: entra.token };
      const interrupted = aProvider(provider, { patienceMs: 60_000 });

      const run = provisionEverything(interrupted);
      for (let round = 0; round < KILLS; round += 1) {
        const before = ledger.acknowledged;
        await eventually('writes go on', 30_000, () => Promise.resolve(ledger.acknowledged > before + 5));
        await pause(Math.random() * 400);
        await killAndRestart(round);
      }
      await run;
      await ledger.stop();
      const findings = await ledger.audit();

      expect(findings).toMatchObject({ lost: [], doubled: [] });
      expect(findings.acknowledged).toBeGreaterThan(20);
      expect(interrupted.report.retried).toBeGreaterThan(0);
      await interrupted.verify();
      expect(interrupted.report.deviations).toEqual([]);

      const again = aProvider(provider);
      await provisionEverything(again);
      await again.verify();
      expect(again.report.deviations).toEqual([]);
      expect(again.expectation()).toEqual(interrupted.expectation());
      client.close();
    },
    60_000 + KILLS * 10_000,
  );
});
