import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX = 'rcs_';
const PUBLIC_ID_LENGTH = 8;
/** 43 characters of 62 carry 256 bits. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
export const TOKEN_LENGTH = PREFIX.length + PUBLIC_ID_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH;

/** The purpose under which the key for digests is derived from the installation's secret. */
export const TOKEN_PEPPER = 'token digest';

export interface TokenSecret {
  /** Shown once, never kept. */
  readonly token: string;
  readonly publicId: string;
  readonly lastFour: string;
}

/**
 * A new bearer token: `rcs_<8 public id><43 secret><6 CRC-32>` (SEC-01). The prefix tells scanners what it is, the checksum lets them
 * and us tell a real one without a database.
 */
export function generateTokenSecret(): TokenSecret {
  const publicId = randomText(PUBLIC_ID_LENGTH);
  const body = `${PREFIX}${publicId}${randomText(SECRET_LENGTH)}`;
  const token = body + checksumOf(body);
  return { token, publicId, lastFour: token.slice(-4) };
}

/** Has it prefix, length and checksum of a token? Says nothing about whether it was ever issued. */
export function isWellFormedToken(text: string): boolean {
  if (text.length !== TOKEN_LENGTH || !text.startsWith(PREFIX)) return false;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return text.endsWith(checksumOf(body)) && /^[0-9A-Za-z_]+$/.test(body);
}

/** What is kept of a token (SEC-02): 256 random bits need no slow hash, and the pepper lives outside the database. */
export function tokenDigest(pepper: Buffer, token: string): Buffer {
  return createHmac('sha256', pepper).update(token).digest();
}

/** Random base62 text; bytes that would favour some characters are thrown away. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return text;
}

function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}
