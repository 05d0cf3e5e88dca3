import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { CURSOR_TIMEOUT_SECONDS, PAGE_SIZE_DEFAULT, ScimError } from '@rollcall/scim-protocol';
import type { Keyset } from '@rollcall/scim-sql';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a page ended, and of which list. */
export interface Place {
  readonly listing: string;
  readonly count: number;
  readonly keyset: Keyset;
  /** In a list of several parts: which one it is in. */
  readonly part?: number;
}

interface SealedPlace {
  readonly l: string;
  readonly n: number;
  readonly k: string | null;
  readonly i: string;
  readonly t: number;
  readonly p?: number;
}

/**
 * Cursors that clients can neither read nor make (AES-256-GCM), in unreserved characters (C-03). Garbage, a forgery, another list's and
 * another integration's cursor get one and the same answer (C-08).
 */
export class CursorSeal {
  /** `key` has 32 bytes. */
  constructor(
    private readonly key: Buffer,
    private readonly now: () => number = Date.now,
  ) {}

  close(place: Place): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed: SealedPlace = {
      l: fingerprint(place.listing),
      n: place.count,
      k: place.keyset.key,
      i: place.keyset.id,
      t: Math.floor(this.now() / 1000),
      ...(place.part === undefined ? {} : { p: place.part }),
    };
    const body = Buffer.concat([cipher.update(JSON.stringify(sealed), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /**
   * The place behind a cursor; undefined for the empty one, which asks for the first page (C-01).
   * @throws ScimError 400 invalidCursor, expiredCursor, or invalidCount when the page size is another one than before
   */
  open(cursor: string, asked: { readonly listing: string; readonly count: number }): Place | undefined {
    if (cursor === '') return undefined;
    const sealed = this.decipher(cursor);
    if (sealed?.l !== fingerprint(asked.listing)) {
      throw new ScimError(
        400,
        'invalidCursor',
        'The cursor does not belong to this list. Start again with an empty cursor.',
      );
    }
    if (sealed.t + CURSOR_TIMEOUT_SECONDS < this.now() / 1000) {
      throw new ScimError(400, 'expiredCursor', 'The cursor is too old. Start again with an empty cursor.');
    }
    // Who leaves count out asks for the default size; that is no other wish than before.
    if (asked.count !== sealed.n && asked.count !== PAGE_SIZE_DEFAULT) {
      throw new ScimError(400, 'invalidCount', `count must stay ${sealed.n}, as on the first page.`);
    }
    const keyset: Keyset = { key: sealed.k, id: sealed.i };
    return {
      listing: asked.listing,
      count: sealed.n,
      keyset,
      ...(sealed.p === undefined ? {} : { part: sealed.p }),
    };
  }

  private decipher(cursor: string): SealedPlace | undefined {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return JSON.parse(text.toString('utf8')) as SealedPlace;
    } catch {
      return undefined;
    }
  }
}

function fingerprint(listing: string): string {
  return createHash('sha256').update(listing).digest('base64url').slice(0, 22);
}
