import { refusal } from './testing/refusal';
import { isWrittenAsDecimal } from './json-numbers';
import { JSON_DEPTH_MAX, JSON_KEYS_MAX, TEXT_LENGTH_MAX } from './limits';
import { readJson, requireObject } from './read-json';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('the bytes of a body', () => {
  it('H-07: text is read as UTF-8', () => {
    expect(readJson(bytes('{"displayName":"Zoë 🙂"}'))).toEqual({ displayName: 'Zoë 🙂' });
  });

  it('H-07: bytes that are not UTF-8 are refused', () => {
    for (const broken of [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
      expect(refusal(() => readJson(bytes('{"a":"', broken, '"}')))).toBe(
        '400 invalidSyntax: The body is not valid UTF-8.',
      );
    }
  });

  it('H-07: one leading BOM is skipped, a second one is no JSON', () => {
    expect(readJson(bytes([0xef, 0xbb, 0xbf], '{"a":1}'))).toEqual({ a: 1 });
    expect(readJson('\ufeff{"a":1}')).toEqual({ a: 1 });
    expect(refusal(() => readJson(bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '{}')))).toContain('invalidSyntax');
  });

  it.each([
    '',
    '  \n',
    '{',
    '{"userName":',
    '{"a":1,}',
    "{'a':1}",
    '{"a":1} x',
    'NaN',
    '[1,2',
    '{"a":01}',
    '{"a":"\t"}',
    '{a:1}',
  ])('H-09 SEC-29: %j is refused as invalid syntax', (text) => {
    expect(refusal(() => readJson(text))).toContain('400 invalidSyntax');
  });

  it.each(['[1]', '"a"', '1', 'true', 'null'])(
    'H-09: a message that is %s is refused, because it is no object',
    (text) => {
      expect(refusal(() => requireObject(readJson(text)))).toBe('400 invalidSyntax: A JSON object is expected.');
    },
  );
});

describe('names in a body', () => {
  it('H-10 SEC-29: an attribute that stands twice in one object is refused and named', () => {
    expect(refusal(() => readJson('{"userName":"a","active":true,"userName":"b"}'))).toBe(
      '400 invalidSyntax: "userName" stands twice in one object.',
    );
    expect(refusal(() => readJson('{"a":[{"b":1},{"b":1,"c":{"b":2},"b":2}]}'))).toContain('"b" stands twice');
    expect(refusal(() => readJson('{"a":1,"\\u0061":2}'))).toContain('"a" stands twice');
    expect(refusal(() => readJson('{"__proto__":1,"__proto__":2}'))).toContain('"__proto__" stands twice');
  });

  it('H-10 SEC-29: two spellings of one attribute are refused, at any depth', () => {
    expect(refusal(() => readJson('{"userName":"a","USERNAME":"b"}'))).toContain('"USERNAME" stands twice');
    expect(refusal(() => readJson('{"emails":[{"value":"a","Value":"b"}]}'))).toContain('"Value" stands twice');
  });

  it('H-10: the same name in different objects, and names inside texts, are no duplicates', () => {
    const text = '{"a":{"value":1},"b":[{"value":1},{"value":"\\"value\\":1,{\\"value\\":"}]}';
    expect(readJson(text)).toEqual(JSON.parse(text));
  });

  it('SEC-28: __proto__ is a name like any other and reaches no prototype', () => {
    const read = requireObject(readJson('{"__proto__":{"isAdmin":true},"a":{"constructor":{"prototype":{"x":1}}}}'));
    expect(Object.keys(read)).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('the size of a body', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it('H-33 SEC-25: depth is bounded', () => {
    expect(refusal(() => readJson(nested(JSON_DEPTH_MAX)))).toBe('accepted');
    expect(refusal(() => readJson(nested(JSON_DEPTH_MAX + 1)))).toBe(
      '400 invalidSyntax: The body is nested deeper than 16 levels.',
    );
    expect(refusal(() => readJson(`{"a":${'['.repeat(JSON_DEPTH_MAX)}`))).toContain('nested deeper');
  });

  it.each([10_000, 1_000_000])('H-33 SEC-25: %d levels neither crash nor cost time', (depth) => {
    const text = nested(depth);
    const startedAt = performance.now();
    expect(refusal(() => readJson(text))).toContain('nested deeper');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('H-33: brackets inside texts are not depth', () => {
    expect(refusal(() => readJson(JSON.stringify({ a: '['.repeat(100), b: '\\"{{{' })))).toBe('accepted');
  });

  it('SEC-25: the number of names is bounded', () => {
    const list = (names: number) => `[${Array.from({ length: names }, () => '{"a":1}').join(',')}]`;
    expect(refusal(() => readJson(list(JSON_KEYS_MAX)))).toBe('accepted');
    expect(refusal(() => readJson(list(JSON_KEYS_MAX + 1)))).toContain('413 -: The body names 500001 attributes');
  });

  it('SEC-25: the length of a text is bounded, that of its escapes is not', () => {
    expect(refusal(() => readJson(JSON.stringify({ a: 'x'.repeat(TEXT_LENGTH_MAX) })))).toBe('accepted');
    expect(refusal(() => readJson(JSON.stringify({ a: 'x'.repeat(TEXT_LENGTH_MAX + 1) })))).toContain(
      '413 -: A text is 65537',
    );
    expect(refusal(() => readJson(`{"a":"${'\\u0041'.repeat(TEXT_LENGTH_MAX)}"}`))).toBe('accepted');
  });
});

describe('texts in a body', () => {
  it.each(['{"displayName":"a\\u0000b"}', '{"a":[{"b":"\\u0000"}]}', '{"\\u0000":1}'])(
    'H-34 SEC-29: NUL is refused: %s',
    (text) => {
      expect(refusal(() => readJson(text))).toContain('400 invalidValue');
    },
  );

  it.each(['"\\ud800"', '"a\\uDBFFb"', '"\\udc00"', '"\\udc00\\ud800"', '{"\\ud800":1}'])(
    'H-34 SEC-29: half of a surrogate pair is refused: %s',
    (text) => {
      expect(refusal(() => readJson(text))).toContain('400 invalidValue');
    },
  );

  it('H-34: a lone surrogate of a text that was decoded elsewhere is refused too', () => {
    expect(refusal(() => readJson('{"a":"\ud800"}'))).toContain('400 invalidValue');
  });

  it('S-41: whole surrogate pairs, escaped or not, and escaped backslashes pass', () => {
    expect(readJson('{"a":"\\ud83d\\ude42","b":"\\\\u0000","c":"🙂","d":"e\\u0301 \\u202e"}')).toEqual({
      a: '🙂',
      b: '\\u0000',
      c: '🙂',
      d: 'e\u0301 \u202e',
    });
  });
});

describe('numbers in a body', () => {
  it.each([
    '1e400',
    '-1e400',
    '9007199254740993',
    '-9007199254740993',
    '123456789012345678901234567890',
    '-0',
    '-0.0',
    '1e-400',
  ])('S-09 SEC-29: %s cannot be kept without loss and is refused', (number) => {
    expect(refusal(() => readJson(`{"a":${number}}`))).toContain(`400 invalidValue: The number "${number}"`);
  });

  it.each(['0', '42', '-7', '9007199254740991', '10000000000000000', '0.5', '-1.25e-3', '1.0', '1e3', '0.0', '1E+2'])(
    'S-09: %s is read',
    (number) => {
      expect(readJson(`{"a":[${number}]}`)).toEqual({ a: [Number(number)] });
    },
  );

  it('S-09: a whole number tells whether it was written as an integer', () => {
    const read = requireObject(readJson('{"a":1.0,"b":1,"c":1e3,"d":"1.0","e":1.5}'));
    expect(read).toEqual({ a: 1, b: 1, c: 1000, d: '1.0', e: 1.5 });
    expect(Object.keys(read).filter((name) => isWrittenAsDecimal(read, name))).toEqual(['a', 'c']);
  });

  it('S-09: a text cannot pass for such a number', () => {
    expect(refusal(() => readJson('{"a":"\\u00001.0","b":1.0}'))).toContain('400 invalidValue');
  });
});
