import { storableJson } from './storable-json';

describe('storableJson', () => {
  it.each([
    ['plain', { a: 'b', n: 1, list: [true, null] }, '{"a":"b","n":1,"list":[true,null]}'],
    ['letters and pairs', { a: 'Zoë 日本 🦉' }, '{"a":"Zoë 日本 🦉"}'],
    ['an escape that was sent as text', { a: '\\u0000' }, '{"a":"\\\\u0000"}'],
    [
      'NUL in a value, a list and a name',
      { a: 'x\0y', list: ['\0'], '\0': 1 },
      '{"a":"x\ufffdy","list":["\ufffd"],"\ufffd":1}',
    ],
    ['half of a pair', { a: '\ud800', b: 'x\udc00' }, '{"a":"\ufffd","b":"x\ufffd"}'],
  ])('%s', (_, value, json) => {
    expect(storableJson(value)).toBe(json);
  });

  it('leaves out what JSON leaves out', () => {
    expect(storableJson({ a: undefined, b: '\0' })).toBe('{"b":"\ufffd"}');
  });
});
