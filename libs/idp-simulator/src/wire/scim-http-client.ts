import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { performance } from 'node:perf_hooks';
import { parseJson, type Json } from './json';
import { readTenantUrl, requestPath, type FlagForwarding, type TenantUrl } from './tenant-url';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ScimAnswer {
  readonly method: Method;
  /** Path below the tenant URL, as sent. */
  readonly path: string;
  readonly requestBody: Json | undefined;
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Parsed body; undefined where there is none or where it is not JSON. */
  readonly body: Json | undefined;
  readonly text: string;
  readonly durationMs: number;
}

export interface ScimClientOptions {
  /** Tenant URL as the admin pastes it; it may carry `?aadOptscim062020`. */
  readonly url: string;
  readonly token: string;
  readonly forwardFlagQuery?: FlagForwarding;
  readonly timeoutMs?: number;
  /** Connections kept open at most. */
  readonly connectionsMax?: number;
  /** Value of `ADSCIMVersion`; undefined leaves the header out. */
  readonly adScimVersion?: string | undefined;
}

/** No answer came: refused, reset, timed out, unknown host, bad certificate. */
export class ConnectionFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ConnectionFailed';
  }
}

/**
 * One SCIM request at a time over kept-alive connections, with the headers that Entra sends and no others: no
 * `User-Agent` (entra 3.3), which `fetch` would add.
 */
export class ScimHttpClient {
  readonly url: TenantUrl;
  private readonly agent: http.Agent;

  constructor(private readonly options: ScimClientOptions) {
    this.url = readTenantUrl(options.url);
    const settings = { keepAlive: true, maxSockets: options.connectionsMax ?? 16, lookup: lookupLocalNames };
    this.agent = this.url.origin.protocol === 'https:' ? new https.Agent(settings) : new http.Agent(settings);
  }

  get(path: string): Promise<ScimAnswer> {
    return this.send('GET', path);
  }

  post(path: string, body: Json): Promise<ScimAnswer> {
    return this.send('POST', path, body);
  }

  put(path: string, body: Json): Promise<ScimAnswer> {
    return this.send('PUT', path, body);
  }

  patch(path: string, body: Json): Promise<ScimAnswer> {
    return this.send('PATCH', path, body);
  }

  delete(path: string): Promise<ScimAnswer> {
    return this.send('DELETE', path);
  }

  /** Sends once; throws ConnectionFailed when no complete answer arrives within `timeoutMs`. */
  send(method: Method, path: string, body?: Json): Promise<ScimAnswer> {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      let started = performance.now();
      const fail = (error: NodeJS.ErrnoException): void => {
        reject(new ConnectionFailed(error.code ?? 'UNKNOWN', error.message));
      };
      const request = this.open(method, path, payload, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const { statusCode: status = 0, headers } = response;
          resolve({
            method,
            path,
            requestBody: body,
            status,
            headers,
            text,
            body: parseJson(text),
            durationMs: performance.now() - started,
          });
        });
      });
      request.on('error', fail);
      // Waiting for one of the connections is the simulator's own time, not the server's.
      request.on('socket', () => {
        started = performance.now();
      });
      request.end(payload);
    });
  }

  /** Lets go of the kept connections, so that a process may end; a later request opens new ones. */
  close(): void {
    this.agent.destroy();
  }

  private open(
    method: Method,
    path: string,
    payload: Buffer | undefined,
    onResponse: (response: http.IncomingMessage) => void,
  ): http.ClientRequest {
    const { origin } = this.url;
    const transport = origin.protocol === 'https:' ? https : http;
    const timeoutMs = this.options.timeoutMs ?? 60_000;
    const request = transport.request(
      {
        method,
        agent: this.agent,
        hostname: origin.hostname.replace(/^\[|\]$/g, ''),
        port: origin.port === '' ? undefined : origin.port,
        path: requestPath(this.url, path, this.options.forwardFlagQuery ?? 'no'),
        headers: this.headers(payload),
        timeout: timeoutMs,
      },
      onResponse,
    );
    request.on('timeout', () => {
      request.destroy(Object.assign(new Error(`no answer within ${timeoutMs} ms`), { code: 'ETIMEDOUT' }));
    });
    return request;
  }

  private headers(payload: Buffer | undefined): http.OutgoingHttpHeaders {
    const { token, adScimVersion } = this.options;
    return {
      Authorization: `Bearer ${token}`,
      Accept: 'application/scim+json',
      ...(adScimVersion === undefined ? {} : { ADSCIMVersion: adScimVersion }),
      ...(payload === undefined
        ? {}
        : { 'Content-Type': 'application/scim+json; charset=utf-8', 'Content-Length': payload.length }),
    };
  }
}

/** `acme.api.localhost` is this machine (RFC 6761 §6.3), also where the system's resolver does not know that. */
const lookupLocalNames: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname.endsWith('.localhost') ? 'localhost' : hostname, options, callback);
};
