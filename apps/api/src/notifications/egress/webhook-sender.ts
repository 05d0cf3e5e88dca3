import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net, { type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { EgressRules } from './egress-rules';
import { notSent, SENT, type Outcome } from './outcome';
import type { WebhookType } from './webhook-address';

const TIMEOUT_MS = 5_000;
const ANSWER_BYTES_MAX = 65_536;

class NotPublic extends Error {}

/**
 * Posts JSON to a webhook (SEC-34): to the providers' hosts over https only, to an address that was looked up once and found public, without
 * following redirects, for five seconds in all. Of the answer only the status is looked at.
 */
@Injectable()
export class WebhookSender {
  constructor(private readonly rules: EgressRules) {}

  async send(type: WebhookType, address: string, body: unknown): Promise<Outcome> {
    const url = this.rules.webhook(type, address);
    if (url === undefined) return notSent('channelUnreadable', { final: true });
    try {
      return outcomeOf(await this.post(url, JSON.stringify(body)));
    } catch (error) {
      return faultOf(error);
    }
  }

  /** The answer's status. */
  private post(url: URL, text: string): Promise<number> {
    // The socket looks names up, not addresses.
    if (net.isIP(url.hostname) !== 0 && !this.rules.mayConnectTo(url.hostname)) return Promise.reject(new NotPublic());
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'http:' ? http : https).request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          'user-agent': 'Rollcall',
        },
        lookup: this.lookup,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      request.on('error', reject);
      request.on('response', (response) => {
        readAway(response);
        response.on('close', () => {
          resolve(response.statusCode ?? 0);
        });
      });
      request.end(text);
    });
  }

  /** What is checked here is what the socket connects to: there is no second look-up that could answer otherwise. */
  private readonly lookup: LookupFunction = (host, options, callback) => {
    dns.lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const [first] = found;
      const allowed = found.every(({ address }) => this.rules.mayConnectTo(address));
      if (first === undefined || !allowed) return callback(new NotPublic(), '', 0);
      return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}

/** The status is known; of the rest so much is taken that the connection ends in good order. */
function readAway(response: http.IncomingMessage): void {
  let bytes = 0;
  response.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > ANSWER_BYTES_MAX) response.destroy();
  });
  response.on('error', () => undefined);
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return SENT;
  if (status >= 300 && status < 400) return notSent('redirected', { status, final: true });
  if (status === 404 || status === 410) return notSent('webhookGone', { status, final: true });
  if (status === 408 || status === 429 || status >= 500) return notSent('webhookBusy', { status });
  return notSent('webhookRefused', { status, final: true });
}

function faultOf(error: unknown): Outcome {
  if (error instanceof NotPublic) return notSent('addressNotPublic');
  const { code, name } = error as { code?: string; name?: string };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') return notSent('tooSlow');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return notSent('addressNotFound');
  return notSent('unreachable');
}
