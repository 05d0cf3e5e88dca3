import { readTokenEnd } from './token-end';
import { UsageFault } from './usage';

const NOW = new Date('2026-03-01T10:00:00Z');

describe('SEC-06: the end of a token on the command line', () => {
  it.each([
    ['12h', '2026-03-01T22:00:00.000Z'],
    ['90d', '2026-05-30T10:00:00.000Z'],
    ['2W', '2026-03-15T10:00:00.000Z'],
    ['2026-03-01', '2026-03-01T23:59:59.000Z'],
    ['2028-02-29', '2028-02-29T23:59:59.000Z'],
    ['2026-12-31T12:00Z', '2026-12-31T12:00:00.000Z'],
    ['2026-12-31t12:00:30+01:00', '2026-12-31T11:00:30.000Z'],
    ['3650d', '2036-02-27T10:00:00.000Z'],
  ])('reads %s as %s', (text, end) => {
    expect(readTokenEnd(text, NOW)).toBe(end);
  });

  it.each([
    ['tomorrow', 'is no end: write 90d, 12h or 26w, or a date such as 2027-03-01.'],
    ['90', 'is no end'],
    ['3m', 'is no end'],
    ['', 'is no end'],
    ['2026-02-30', 'is no end'],
    ['2026-13-01', 'is no end'],
    ['2026-12-31T25:00Z', 'is no end'],
    ['2026-12-31T12:00', 'is no end'],
    ['31.12.2026', 'is no end'],
    ['0d', 'is in the past'],
    ['2026-02-28', 'is in the past'],
    ['2026-03-01T10:00:00Z', 'is in the past'],
    ['3651d', 'is too far ahead: at most 3650d'],
    ['9999-12-31', 'is too far ahead'],
  ])('refuses "%s" and says what to write', (text, sentence) => {
    expect(() => readTokenEnd(text, NOW)).toThrow(UsageFault);
    expect(() => readTokenEnd(text, NOW)).toThrow(sentence);
  });
});
