import net from 'node:net';
import type { Environment } from './environment';

/** Where the server listens and whose forwarding headers it believes. */
export class ServerConfig {
  static readonly variables = ['PORT', 'HOST', 'ROLLCALL_TRUSTED_PROXIES'] as const;

  readonly port: number;
  readonly host: string;
  /** Addresses or networks (CIDR) of proxies in front; only theirs X-Forwarded-* headers count. */
  readonly trustedProxies: readonly string[];

  constructor(environment: Environment) {
    this.port = environment.integer('PORT', { absent: 3000, min: 0, max: 65_535 });
    this.host = environment.text('HOST') ?? '127.0.0.1';
    this.trustedProxies = environment.list('ROLLCALL_TRUSTED_PROXIES');
    for (const proxy of this.trustedProxies) {
      environment.require(
        isAddressOrNetwork(proxy),
        `ROLLCALL_TRUSTED_PROXIES lists "${proxy}", which is no IP address and no network such as 10.0.0.0/8.`,
      );
    }
  }
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = net.isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
