import { csvLine } from './csv-line';

describe('a line of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('SEC-31: %j stays text', (value) => {
    expect(csvLine([value]).replace(/^"/, '')).toMatch(/^'/);
  });

  it('quotes what would end a field or a line', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 'plain'])).toBe('"a,b","say ""hi""","two\nlines",plain\r\n');
  });

  it('writes numbers as they are, negative ones too, and nothing for nothing', () => {
    expect(csvLine([-1, true, undefined, null, ''])).toBe('-1,true,,,\r\n');
  });
});
