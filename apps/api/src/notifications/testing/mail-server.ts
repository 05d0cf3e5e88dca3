import net, { type AddressInfo } from 'node:net';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Header and body as they came. */
  readonly source: string;
  /** Header fields and all parts in one text, with what mail encodes read back. */
  readonly text: string;
}

/** A mail server on loopback that keeps what it is given (RFC 5321). */
export interface MailServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** A reply instead of 250 to the recipient, such as "550 no such mailbox"; undefined takes mail again. */
  refuseWith(reply: string | undefined): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let refusal: string | undefined;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(
      socket,
      (mail) => mails.push(mail),
      () => refusal,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuseWith: (reply) => {
      refusal = reply;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: net.Socket, keep: (mail: ReceivedMail) => void, refusal: () => string | undefined): void {
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  let from = '';
  let to: string[] = [];
  let data: string[] | undefined;
  let rest = '';
  const answer = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 localhost');
    else if (verb === 'MAIL') {
      from = addressIn(line);
      to = [];
      say('250 ok');
    } else if (verb === 'RCPT') {
      to.push(addressIn(line));
      say(refusal() ?? '250 ok');
    } else if (verb === 'DATA') {
      data = [];
      say('354 go on');
    } else say(verb === 'QUIT' ? '221 bye' : '250 ok');
  };
  say('220 localhost');
  socket.setEncoding('utf8').on('data', (part: string) => {
    const lines = (rest + part).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data === undefined) answer(line);
      else if (line !== '.') data.push(line.replace(/^\./, ''));
      else {
        const source = data.join('\r\n');
        keep({ from, to, source, text: readable(source) });
        data = undefined;
        say('250 kept');
      }
    }
  });
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

/** Quoted-printable and encoded words read back (RFC 2045 §6.7, RFC 2047); enough for looking for words. */
function readable(source: string): string {
  const words = source
    .replace(/\r\n[ \t]+/g, ' ')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, text: string) => text.replace(/_/g, ' '));
  const bytes = words
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
