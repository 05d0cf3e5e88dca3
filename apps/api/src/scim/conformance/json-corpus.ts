/** Nests an object so many levels deep. */
export const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Texts that are no JSON, or JSON that is refused, each put where a body is expected. */
export const REFUSED_TEXTS: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', ''],
  ['a list', '[1]'],
  ['a text', '"x"'],
  ['null', 'null'],
  ['half an object', '{"schemas":'],
  ['text behind it', '{} x'],
  ['NaN', '{"a":NaN}'],
  ['single quotes', "{'a':1}"],
  ['a trailing comma', '{"a":1,}'],
  ['1e400', '{"a":1e400}'],
  ['the same name twice', '{"userName":"a","userName":"b"}'],
  ['the same name in two cases', '{"userName":"a","USERNAME":"b"}'],
  ['the same name escaped', '{"userName":"a","user\\u004eame":"b"}'],
  ['17 levels', nested(17)],
  ['10,000 levels', nested(10_000)],
  ['100,000 lists', '['.repeat(100_000)],
  ['NUL', '{"displayName":"a\\u0000b"}'],
  ['a lone surrogate', '{"displayName":"\\ud800"}'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
];

/** Values of every wrong type, for every position of a body. */
export const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  9_007_199_254_740_991,
  '',
  ' ',
  'x',
  '%_\\',
  'x'.repeat(70_000),
  [],
  [null],
  [[]],
  [{}],
  ['a', 1, {}],
  {},
  { value: {} },
  { value: [{ value: 'x' }] },
  { constructor: { prototype: { polluted: 1 } } },
  JSON.parse('{"__proto__":{"polluted":1}}'),
];

/** Names that reach for prototypes, as keys, paths, and parts of both. */
export const PROTOTYPE_NAMES: readonly string[] = [
  '__proto__',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'name.__proto__',
  'emails[type eq "work"].__proto__',
  'emails[__proto__ eq "x"].value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:__proto__',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:__proto__.polluted',
  'urn:example:x:2.0:User:__proto__.polluted',
  'urn:example:x:2.0:User:constructor.prototype',
  'toString',
  'hasOwnProperty',
];

/** Texts that mean something to SQL, LIKE, JSON paths or regular expressions. */
export const INJECTIONS: readonly string[] = [
  "' or 1=1 --",
  "'; drop table scim_user; --",
  '" or ""="',
  '$1',
  '$4::text',
  "') or pg_sleep(5) --",
  '\\',
  "\\'",
  '%',
  '_',
  '$.a[*] ? (@ == 1)',
  '{"a":1}',
  "E'\\x27'",
  '/*',
  '(?:a+)+$',
  '${7*7}',
  '; commit; --',
  'NULL',
  "x' union select digest from token --",
];
