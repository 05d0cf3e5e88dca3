import { join, param, parameterAt, sql, toStatement } from './sql';

describe('sql', () => {
  it('SEC-26: numbers values in the order of the text and never writes them into it', () => {
    const fragment = sql`a = ${param("'; drop table x; --")} and ${sql`b = ${param('id', 'uuid')}`} and c = ${param(1, 'numeric')}`;
    expect(toStatement(fragment)).toEqual({
      text: 'a = $1 and b = $2::uuid and c = $3::numeric',
      parameters: ["'; drop table x; --", 'id', 1],
    });
  });

  it('writes one number for a value that stands in two places', () => {
    const value = param('x');
    expect(toStatement(sql`right(a, length(${value})) = ${value} or b = ${param('x')}`)).toEqual({
      text: 'right(a, length($1)) = $1 or b = $2',
      parameters: ['x', 'x'],
    });
  });

  it('leaves the numbers before its first one to the statement around it', () => {
    const fragment = sql`tenant_id = ${parameterAt(1)} and a = ${param('x')}`;
    expect(toStatement(fragment, { firstParameter: 4 })).toEqual({
      text: 'tenant_id = $1 and a = $4',
      parameters: ['x'],
    });
    expect(() => parameterAt(0)).toThrow(RangeError);
    expect(() => parameterAt(1.5)).toThrow(RangeError);
  });

  it('joins fragments', () => {
    expect(toStatement(join([sql`a`, sql`b`, sql`c`], sql`, `)).text).toBe('a, b, c');
    expect(toStatement(join([], sql`, `)).text).toBe('');
  });

  it('SEC-26: a plain string in a hole is no fragment', () => {
    const fromOutside = 'drop table x';
    // @ts-expect-error -- the compiler refuses it, and so does the run time
    expect(() => toStatement(sql`select ${fromOutside}`)).toThrow(TypeError);
  });
});
