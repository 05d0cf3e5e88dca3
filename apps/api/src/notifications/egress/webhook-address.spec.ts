import { webhookHint, webhookUrl } from './webhook-address';

const SLACK = 'https://hooks.slack.com/services/T000/B000/abcdefghijkl';

describe('addresses of webhooks', () => {
  it.each([
    ['slack', SLACK],
    ['slack', 'https://HOOKS.slack.com/workflows/T0/A0/1/x'],
    ['teams', 'https://acme.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4'],
    ['teams', 'https://prod-12.westeurope.logic.azure.com:443/workflows/1/triggers/manual/paths/invoke?sig=x'],
    [
      'teams',
      'https://default1.2.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/1?sig=x',
    ],
  ] as const)('SEC-34: takes one of %s: %s', (type, text) => {
    expect(webhookUrl(type, text)).toBeDefined();
  });

  it.each([
    'http://hooks.slack.com/services/T/B/x',
    'https://hooks.slack.com/',
    'https://hooks.slack.com:8443/services/T/B/x',
    'https://user@hooks.slack.com/services/T/B/x',
    'https://hooks.slack.com.evil.example/services/T/B/x',
    'https://evil.example/hooks.slack.com/services',
    'https://evil.example#@hooks.slack.com/services',
    'https://evil.example\\@hooks.slack.com/services',
    'https://xhooks.slack.com/services/T/B/x',
    'https://hooks.slack.com./services/T/B/x',
    'https://127.0.0.1/services/T/B/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/x',
    'https://metadata.google.internal/x',
    'https://logic.azure.com/x',
    'https://evil-logic.azure.com/x',
    'https://prod.logic.azure.com.evil.example/x',
    'ftp://hooks.slack.com/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'hooks.slack.com/services/T/B/x',
    '//hooks.slack.com/x',
    '',
  ])('SEC-34: refuses %s for every provider', (text) => {
    expect([webhookUrl('slack', text), webhookUrl('teams', text)]).toEqual([undefined, undefined]);
  });

  it('SEC-34: what one provider has is none of the other', () => {
    expect(webhookUrl('teams', SLACK)).toBeUndefined();
  });

  it('SEC-05: the hint is not enough to post to it', () => {
    expect(webhookHint(new URL(SLACK))).toBe('hooks.slack.com …ijkl');
  });
});
