import { JSON_DEPTH_MAX, JSON_KEYS_MAX, TEXT_LENGTH_MAX } from './limits';
import { invalidSyntax, payloadTooLarge } from './scim-error';

/** Where a number stands in the text: from `start` up to, not including, `end`. */
export interface NumberSpan {
  readonly start: number;
  readonly end: number;
}

/** What the source text tells that the parsed value does not. */
export interface JsonScan {
  /** Names in all objects together, duplicates included. */
  readonly keys: number;
  /** Some escape may stand for NUL or a surrogate. */
  readonly hasRiskyEscape: boolean;
  readonly hasLongText: boolean;
  /** Numbers with a fraction, an exponent, a minus before zero, or more digits than a double keeps for sure. */
  readonly unusualNumbers: readonly NumberSpan[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const SAFE_DIGITS = 15;

/**
 * One pass over the text of a message before it is parsed, so that depth and the number of names are bounded before anything is
 * built. The text need not be valid JSON. Errors: 400 invalidSyntax for the depth, 413 for the number of names.
 */
export function scanJson(text: string): JsonScan {
  return new Scanner(text).scan();
}

class Scanner implements JsonScan {
  keys = 0;
  hasRiskyEscape = false;
  hasLongText = false;
  readonly unusualNumbers: NumberSpan[] = [];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  scan(): JsonScan {
    const { text } = this;
    const { length } = text;
    while (this.at < length) {
      const code = text.charCodeAt(this.at);
      if (code === QUOTE) this.skipText();
      else if (code === MINUS || (code >= ZERO && code <= NINE)) this.readNumber();
      else {
        this.at += 1;
        // Of the remaining characters only `:` and brackets matter: all but the colon lie above the letters' upper case.
        if (code === COLON) this.keys += 1;
        else if (code > 0x5a) this.readBracket(code);
      }
    }
    if (this.keys > JSON_KEYS_MAX) {
      throw payloadTooLarge(
        `The body names ${this.keys} attributes; at most ${JSON_KEYS_MAX} are taken in one request.`,
      );
    }
    return this;
  }

  private readBracket(code: number): void {
    if (code === 0x7b || code === 0x5b) {
      this.depth += 1;
      if (this.depth > JSON_DEPTH_MAX) {
        throw invalidSyntax(`The body is nested deeper than ${JSON_DEPTH_MAX} levels.`);
      }
    } else if (code === 0x7d || code === 0x5d) {
      this.depth -= 1;
    }
  }

  private skipText(): void {
    const { text } = this;
    const start = this.at + 1;
    let at = start;
    let code = text.charCodeAt(at);
    while (code !== QUOTE && at < text.length) {
      if (code === BACKSLASH) {
        at += 1;
        if (text.charCodeAt(at) === 0x75) this.readUnicodeEscape(at + 1);
      }
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at - start > TEXT_LENGTH_MAX) this.hasLongText = true;
    this.at = at + 1;
  }

  /** `\u0000` begins with "0", a surrogate with "d". */
  private readUnicodeEscape(at: number): void {
    const first = this.text.charCodeAt(at);
    if (first === 0x64 || first === 0x44 || this.text.startsWith('0000', at)) this.hasRiskyEscape = true;
  }

  private readNumber(): void {
    const { text } = this;
    const start = this.at;
    let at = start;
    let unusual = text.charCodeAt(at) === MINUS && text.charCodeAt(at + 1) === ZERO;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x2e || code === 0x65 || code === 0x45) unusual = true;
      else if (!(code >= ZERO && code <= NINE) && code !== MINUS && code !== 0x2b) break;
      at += 1;
    }
    if (unusual || at - start > SAFE_DIGITS) this.unusualNumbers.push({ start, end: at });
    this.at = at;
  }
}
