import { encodeFilter, equals } from './scim-query';
import { asksForFlagDialect, readTenantUrl, requestPath } from './tenant-url';

describe('a tenant URL', () => {
  it.each([
    ['https://acme.api.example.com/api/v1/scim', false],
    ['https://acme.api.example.com/api/v1/scim?aadOptscim062020', true],
    ['https://acme.api.example.com/api/v1/scim/?aadOptscim062020&x=1', true],
  ])('%s asks for the flag dialect: %s', (url, flag) => {
    expect(asksForFlagDialect(readTenantUrl(url))).toBe(flag);
  });

  it('may forward its flag before or after other parameters, or not at all', () => {
    const url = readTenantUrl('https://acme.example/scim/?aadOptscim062020');

    expect(requestPath(url, '/Users?filter=x', 'no')).toBe('/scim/Users?filter=x');
    expect(requestPath(url, '/Users?filter=x', 'first')).toBe('/scim/Users?aadOptscim062020&filter=x');
    expect(requestPath(url, '/Users?filter=x', 'last')).toBe('/scim/Users?filter=x&aadOptscim062020');
    expect(requestPath(url, '/Users/7', 'last')).toBe('/scim/Users/7?aadOptscim062020');
  });
});

describe('a filter on the wire', () => {
  const filter = equals('userName', 'o\'neil+x "y"@corp.example');

  it.each([
    ['plus', `userName+eq+%22o'neil%2Bx+%5C%22y%5C%22%40corp.example%22`],
    ['percent', `userName%20eq%20%22o'neil%2Bx%20%5C%22y%5C%22%40corp.example%22`],
    ['raw', `userName+eq+"o'neil%2Bx+%5C"y%5C"%40corp.example"`],
  ] as const)('is encoded as %s', (encoding, text) => {
    expect(encodeFilter(filter, encoding)).toBe(text);
  });
});
