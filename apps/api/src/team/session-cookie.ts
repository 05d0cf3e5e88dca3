import { Injectable } from '@nestjs/common';
import { HostsConfig } from '../config/hosts.config';

/** Ends a session whatever happens, in seconds (SEC-42). */
export const SESSION_SECONDS_MAX = 12 * 3_600;

/** `__Host-` keeps other hosts of the domain from setting it; browsers accept it over https only. */
const SECURE_NAME = '__Host-rollcall';
const PLAIN_NAME = 'rollcall';
const FIXED = 'Path=/; HttpOnly; SameSite=Strict';

/** The cookie that carries a session's secret; the installation's own URL decides whether it may travel in clear (a local trial over http). */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor({ publicUrl }: HostsConfig) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? SECURE_NAME : PLAIN_NAME;
    this.attributes = secure ? `${FIXED}; Secure` : FIXED;
  }

  /** Value of Set-Cookie. */
  set(secret: string): string {
    return `${this.name}=${secret}; ${this.attributes}; Max-Age=${SESSION_SECONDS_MAX}`;
  }

  clear(): string {
    return `${this.name}=; ${this.attributes}; Max-Age=0`;
  }

  /** The session's secret in a Cookie header. Two cookies of the name are none: one of them is somebody else's. */
  read(header: string | undefined): string | undefined {
    const found = (header ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${this.name}=`));
    const [only] = found;
    return found.length === 1 && only !== undefined ? only.slice(this.name.length + 1) : undefined;
  }
}
