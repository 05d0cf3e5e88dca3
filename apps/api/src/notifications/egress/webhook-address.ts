export type WebhookType = 'slack' | 'teams';

/** Hosts to which providers point incoming webhooks; a name that begins with a dot stands for all below it. */
const HOSTS: Readonly<Record<WebhookType, readonly string[]>> = {
  slack: ['hooks.slack.com', 'hooks.slack-gov.com'],
  teams: ['.webhook.office.com', '.logic.azure.com', '.powerplatform.com', '.powerautomate.com', '.logic.azure.us'],
};

/** The URL if it is a webhook of the provider: https, its own port, no user, a path; else undefined (SEC-34). */
export function webhookUrl(type: WebhookType, text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && url.pathname.length > 1 && isProvidersHost(type, url.hostname) ? url : undefined;
}

/** To recognise it by: the host and the end, never enough to post to it. */
export function webhookHint(url: URL): string {
  return `${url.hostname} …${`${url.pathname}${url.search}`.slice(-4)}`;
}

function isProvidersHost(type: WebhookType, host: string): boolean {
  return HOSTS[type].some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known));
}
