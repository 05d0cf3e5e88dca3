import net from 'node:net';
import { AnswerReader } from './answer-reader';
import type { Answer, PlannedRequest } from './request';

const ANSWER_WAIT_MS = 60_000;

/** Where a server listens, and what every request to it carries. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** The path of the SCIM base URL, without a slash at its end. */
  readonly basePath: string;
  readonly token: string;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A kept-alive HTTP/1.1 connection on a bare socket: load and servers share the machine, and node:http's client would take more of it than
 * the servers do. Opens anew when the server closed it between two requests.
 */
export class Connection {
  private socket: net.Socket | undefined;
  private waiting: Waiting | undefined;
  private readonly headers: string;

  constructor(private readonly address: Address) {
    this.headers =
      ` HTTP/1.1\r\nHost: ${address.host}:${address.port}\r\nAuthorization: Bearer ${address.token}\r\n` +
      'Accept: application/scim+json\r\nAdscimversion: 5.0\r\n';
  }

  async send(request: PlannedRequest): Promise<Answer> {
    const socket = this.socket ?? (await this.open());
    return new Promise<Answer>((resolve, reject) => {
      this.waiting = { resolve, reject };
      socket.write(this.textOf(request));
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private textOf({ method, path, body }: PlannedRequest): string {
    const head = `${method} ${this.address.basePath}${path}${this.headers}`;
    if (body === undefined) return `${head}\r\n`;
    const type = 'Content-Type: application/scim+json; charset=utf-8\r\n';
    return `${head}${type}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  }

  private open(): Promise<net.Socket> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ host: this.address.host, port: this.address.port, noDelay: true });
      const reader = new AnswerReader();
      socket.setTimeout(ANSWER_WAIT_MS, () => socket.destroy(new Error(`no answer within ${ANSWER_WAIT_MS} ms`)));
      socket.once('connect', () => {
        this.socket = socket;
        resolve(socket);
      });
      socket.on('data', (chunk) => {
        const answer = reader.push(chunk);
        if (answer === undefined) return;
        if (answer.closes) this.close();
        this.take()?.resolve(answer);
      });
      socket.on('error', reject);
      socket.on('error', (error) => this.take()?.reject(error));
      socket.on('close', () => {
        if (this.socket === socket) this.socket = undefined;
        this.take()?.reject(new Error('the server closed the connection'));
      });
    });
  }

  private take(): Waiting | undefined {
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }
}
