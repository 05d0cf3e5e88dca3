import type { Environment } from './environment';

/** How to reach the mail server. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS, which must succeed before a password is sent. */
  readonly secure: boolean;
  readonly user?: { readonly name: string; readonly password: string };
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
const ADDRESS = /^[^@\s<>,;"]{1,64}@[^@\s<>,;"]{1,255}$/;

/** Where e-mail is handed over and in whose name; without it nothing is mailed. */
export class MailConfig {
  static readonly variables = ['ROLLCALL_SMTP_URL', 'ROLLCALL_SMTP_FROM'] as const;

  readonly server: MailServer | undefined;
  /** Undefined without a server. */
  readonly from: { readonly name: string; readonly address: string } | undefined;

  constructor(environment: Environment) {
    const url = environment.text('ROLLCALL_SMTP_URL');
    const from = environment.text('ROLLCALL_SMTP_FROM');
    environment.require(
      (url === undefined) === (from === undefined),
      'ROLLCALL_SMTP_URL and ROLLCALL_SMTP_FROM belong together: set both, or neither.',
    );
    if (url === undefined || from === undefined) return;
    this.server = readServer(url);
    this.from = readFrom(from);
    environment.require(
      this.server !== undefined,
      'ROLLCALL_SMTP_URL must look like smtps://user:password@mail.example.com:465 or smtp://mail.example.com:587; special characters in user and password are percent-encoded.',
    );
    environment.require(
      this.from !== undefined,
      `ROLLCALL_SMTP_FROM must be an e-mail address such as rollcall@example.com or Rollcall <rollcall@example.com>, but is "${from}".`,
    );
  }
}

function readServer(text: string): MailServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const port = PORTS[url?.protocol ?? ''];
  if (url === undefined || port === undefined || url.hostname === '') return undefined;
  if (!['', '/'].includes(url.pathname) || url.search + url.hash !== '') return undefined;
  const name = decoded(url.username);
  const password = decoded(url.password);
  if (name === undefined || password === undefined || (name === '') !== (password === '')) return undefined;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? port : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(name === '' ? {} : { user: { name, password } }),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readFrom(text: string): { name: string; address: string } | undefined {
  const [, name = '', address = text] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text) ?? [];
  return ADDRESS.test(address) ? { name: name.trim().replace(/^"|"$/g, ''), address } : undefined;
}
