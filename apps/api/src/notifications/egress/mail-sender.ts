import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { MailConfig, type MailServer } from '../../config/mail.config';
import { notSent, SENT, type Outcome } from './outcome';

const CONNECT_MS = 5_000;
const SILENCE_MS = 10_000;

export interface Mail {
  /** Stays the same from try to try, so that a mail system which sees it twice can tell. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands mails over to the operator's mail server. */
@Injectable()
export class MailSender {
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: MailConfig) {
    this.transport = config.server === undefined ? undefined : transportTo(config.server);
  }

  get isConfigured(): boolean {
    return this.transport !== undefined;
  }

  async send({ id, to, subject, text, html }: Mail): Promise<Outcome> {
    const { from } = this.config;
    if (this.transport === undefined || from === undefined) return notSent('mailNotConfigured', { final: true });
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${from.address.split('@')[1] ?? 'rollcall'}>`,
        from,
        to,
        subject,
        text,
        html,
        // Says to out-of-office responders that nobody reads their answer (RFC 3834 §5).
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return SENT;
    } catch (error) {
      return faultOf(error);
    }
  }
}

function transportTo({ host, port, secure, user }: MailServer): Transporter {
  return createTransport({
    host,
    port,
    secure,
    requireTLS: user !== undefined && !secure,
    ...(user === undefined ? {} : { auth: { user: user.name, pass: user.password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
}

/** A 5xx is the mail server's last word (RFC 5321 §4.2.1); all else may go better the next time. */
function faultOf(error: unknown): Outcome {
  const { code, responseCode: status } = error as { code?: string; responseCode?: number };
  const reply = status === undefined ? {} : { status };
  if (code === 'EAUTH') return notSent('mailSignInRefused', reply);
  if (status === undefined) return notSent('mailUnreachable');
  return notSent('mailRefused', { status, final: status >= 500 });
}
