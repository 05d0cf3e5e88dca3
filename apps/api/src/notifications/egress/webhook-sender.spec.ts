import { until } from '../../testing/until';
import { startWebhookServer, TestEgressRules, type WebhookServer } from '../testing/webhook-server';
import { WebhookSender } from './webhook-sender';

jest.setTimeout(30_000);

describe('a message to a webhook', () => {
  let server: WebhookServer;
  beforeEach(async () => {
    server = await startWebhookServer();
  });
  afterEach(() => server.stop());

  const send = (loopback = true, address = server.url) =>
    new WebhookSender(new TestEgressRules(server.url, loopback)).send('slack', address, { text: 'hello' });

  it('A38: arrives as JSON', async () => {
    expect(await send()).toEqual({ sent: true });
    expect(server.posts).toEqual([{ text: 'hello' }]);
  });

  it('SEC-34: goes nowhere when the name leads to this machine or a private network', async () => {
    expect(await send(false)).toMatchObject({ sent: false, fault: 'addressNotPublic' });
    expect(server.posts).toEqual([]);
  });

  it('SEC-34: goes nowhere when the address is no webhook of the provider', async () => {
    expect(await send(true, `${server.url}x`)).toMatchObject({ sent: false, fault: 'channelUnreadable' });
    expect(server.posts).toEqual([]);
  });

  it('SEC-34: follows no redirect', async () => {
    server.answerWith((response) => {
      response.writeHead(302, { location: server.url }).end();
    });
    expect(await send()).toEqual({ sent: false, fault: 'redirected', status: 302, final: true });
    expect(server.posts).toHaveLength(1);
  });

  it('SEC-34: does not wait longer than five seconds for an answer', async () => {
    server.answerWith(() => undefined);
    const began = Date.now();
    expect(await send()).toMatchObject({ fault: 'tooSlow', final: false });
    expect(Date.now() - began).toBeLessThan(8_000);
  });

  it('SEC-34: an endless answer is cut off', async () => {
    let more = true;
    server.answerWith((response) => {
      response.on('close', () => (more = false));
      response.on('error', () => undefined);
      const pour = (): void => {
        while (more && response.write('x'.repeat(16_384)));
        if (more) response.once('drain', pour);
      };
      pour();
    });
    const began = Date.now();
    expect(await send()).toEqual({ sent: true });
    expect(Date.now() - began).toBeLessThan(4_000);
    await until(() => Promise.resolve(!more));
  });

  it.each([
    [404, 'webhookGone', true],
    [410, 'webhookGone', true],
    [400, 'webhookRefused', true],
    [429, 'webhookBusy', false],
    [500, 'webhookBusy', false],
    [503, 'webhookBusy', false],
  ])('R-29: %i is %s, and final is %s', async (status, fault, final) => {
    server.answerWith((response) => {
      response.writeHead(status).end('the answer is nobody’s business');
    });
    expect(await send()).toEqual({ sent: false, fault, status, final });
  });

  it('R-29: nobody there is tried again', async () => {
    await server.stop();
    expect(await send()).toEqual({ sent: false, fault: 'unreachable', final: false });
    server = await startWebhookServer();
  });
});
