import type { Answer } from './request';

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

export interface ReadAnswer extends Answer {
  /** The server said that it closes the connection after this answer. */
  readonly closes: boolean;
}

/** Puts HTTP/1.1 answers together from what a socket delivers (RFC 9112 §6). One answer at a time: nothing is pipelined. */
export class AnswerReader {
  private received: Buffer = Buffer.alloc(0);

  /** The answer as soon as it is complete. */
  push(chunk: Buffer): ReadAnswer | undefined {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd === -1) return undefined;
    const head = this.received.toString('latin1', 0, headEnd).toLowerCase();
    const body = readBody(head, this.received.subarray(headEnd + HEAD_END.length));
    if (body === undefined) return undefined;
    this.received = Buffer.alloc(0);
    return { status: Number(head.slice(9, 12)), body, closes: head.includes('\r\nconnection: close') };
  }
}

function readBody(head: string, rest: Buffer): Buffer | undefined {
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return rest.length < Number(length) ? undefined : rest.subarray(0, Number(length));
  return head.includes('\r\ntransfer-encoding: chunked') ? readChunks(rest) : rest.subarray(0, 0);
}

function readChunks(rest: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = rest.indexOf(LINE_END, at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(rest.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + LINE_END.length;
    if (rest.length < start + size + LINE_END.length) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(rest.subarray(start, start + size));
    at = start + size + LINE_END.length;
  }
}
