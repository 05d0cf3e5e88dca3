import { ScimError } from '../messages/scim-error';
import { USER } from '../schema/user';
import { FILTER_BYTES_MAX, FILTER_COMPARISONS_MAX, FILTER_DEPTH_MAX } from './limits';
import { parseFilter } from './parse-filter';

const parse = (text: string) => parseFilter(text, USER);

function refusal(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ScimError) return `${error.status} ${error.scimType ?? ''} ${error.detail}`;
    throw error;
  }
  throw new Error('accepted');
}

const nested = (depth: number) => `${'('.repeat(depth)}title pr${')'.repeat(depth)}`;
const negated = (depth: number) => `${'not ('.repeat(depth)}title pr${')'.repeat(depth)}`;
const clauses = (count: number) => Array.from({ length: count }, () => 'title pr').join(' and ');
const ofBytes = (bytes: number) => `userName eq "${'x'.repeat(bytes - 'userName eq ""'.length)}"`;

describe('limits', () => {
  it('F-43 SEC-25: as deep as the limit and no deeper, whatever opens the level', () => {
    parse(nested(FILTER_DEPTH_MAX));
    parse(negated(FILTER_DEPTH_MAX));
    parse(`${'('.repeat(FILTER_DEPTH_MAX - 1)}emails[type pr]${')'.repeat(FILTER_DEPTH_MAX - 1)}`);
    expect(refusal(nested(FILTER_DEPTH_MAX + 1))).toBe('400 invalidFilter The filter is nested deeper than 20 levels.');
    expect(refusal(negated(FILTER_DEPTH_MAX + 1))).toContain('20 levels');
    expect(refusal(`${'('.repeat(FILTER_DEPTH_MAX)}emails[type pr]${')'.repeat(FILTER_DEPTH_MAX)}`)).toContain(
      '20 levels',
    );
  });

  it('F-43 SEC-25: as many comparisons as the limit and no more', () => {
    parse(clauses(FILTER_COMPARISONS_MAX));
    expect(refusal(clauses(FILTER_COMPARISONS_MAX + 1))).toContain('more than 100 comparisons');
  });

  it('F-43 SEC-25: as long as the limit, in bytes, and no longer', () => {
    parse(ofBytes(FILTER_BYTES_MAX));
    expect(refusal(ofBytes(FILTER_BYTES_MAX + 1))).toContain('longer than 8192 bytes');
    expect(refusal(`userName eq "${'é'.repeat(FILTER_BYTES_MAX / 2)}"`)).toContain('longer than 8192 bytes');
  });

  it('F-43 SEC-25: a ladder of depths up to a million is refused at once', () => {
    for (const open of ['(', 'not (', 'emails[', 'not(', '((']) {
      for (const depth of [21, 100, 1_000, 10_000, 1_000_000]) {
        const text = open.repeat(depth);
        expect(leastMs(() => expect(refusal(text)).toContain('400 invalidFilter'))).toBeLessThan(50);
      }
    }
  });
});

describe('time', () => {
  it('SEC-25 SEC-30: grows in step with the number of clauses', () => {
    const [small = 0, middle = 0, large = 0] = fastestMs([shapes(25), shapes(50), shapes(100)]);
    expect(middle / small).toBeLessThanOrEqual(2.5);
    expect(large / middle).toBeLessThanOrEqual(2.5);
  });

  it('SEC-30: no literal makes the reader look back', () => {
    for (const piece of ['\\\\', '\\"', '0', '1e', '-', '9.', 'a.', ':', "'"]) {
      const read = (): void => {
        try {
          parse(`userName eq ${piece.repeat(8000 / piece.length)}`);
          parse(`meta.created eq ${piece.repeat(8000 / piece.length)}`);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
        }
      };
      expect(leastMs(read)).toBeLessThan(50);
    }
  });
});

/** `(a or b) and (a or b) and ...`: what a conversion to disjunctive normal form would double with each pair. */
function shapes(comparisons: number): string {
  return Array.from({ length: Math.floor(comparisons / 2) }, () => '(title pr or nickName eq "x")').join(' and ');
}

/** The least of some tries: a busy machine may stop any one of them. */
function leastMs(work: () => void): number {
  const tries = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...tries);
}

/** The least of many rounds that take turns: what the work itself takes, without the machine's other business. */
function fastestMs(texts: readonly string[]): number[] {
  const fastest = texts.map(() => Infinity);
  for (let round = 0; round < 150; round += 1) {
    texts.forEach((text, at) => {
      const started = performance.now();
      for (let repeat = 0; repeat < 10; repeat += 1) parse(text);
      fastest[at] = Math.min(fastest[at] ?? Infinity, performance.now() - started);
    });
  }
  return fastest;
}
