import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgressRules } from '../egress/egress-rules';
import type { WebhookType } from '../egress/webhook-address';

/** A server on loopback in the place of Slack or Teams. */
export interface WebhookServer {
  /** Under the name `localhost`, so that it has to be looked up. */
  readonly url: string;
  readonly posts: unknown[];
  answerWith(answer: (response: http.ServerResponse) => void): void;
  stop(): Promise<void>;
}

export async function startWebhookServer(): Promise<WebhookServer> {
  const posts: unknown[] = [];
  const accept = (response: http.ServerResponse): void => void response.end('ok');
  let answer = accept;
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      posts.push(JSON.parse(text || 'null'));
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/services/T1/B1/secret-of-the-hook`,
    posts,
    answerWith: (next) => {
      answer = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Takes the named address for a provider's; `loopback` lets connections to this machine through. */
export class TestEgressRules extends EgressRules {
  constructor(
    private readonly address: string,
    private readonly loopback: boolean,
  ) {
    super();
  }

  override webhook(type: WebhookType, text: string): URL | undefined {
    return text === this.address ? new URL(text) : super.webhook(type, text);
  }

  override mayConnectTo(address: string): boolean {
    return (this.loopback && ['127.0.0.1', '::1'].includes(address)) || super.mayConnectTo(address);
  }
}
