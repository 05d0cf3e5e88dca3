import { ScimAddresses, type TenantFacts } from './scim-addresses';

const tenant = (tenantId: string, slug: string, hosts: string[] = []): TenantFacts => ({
  tenantId,
  slug,
  name: slug,
  hosts,
});
const addresses = (url: string, domains: string[] = []): ScimAddresses =>
  new ScimAddresses({ url, domains }, [tenant('1', 'acme', ['scim.acme.example']), tenant('2', 'acme-eu')]);

describe('SCIM addresses', () => {
  const branded = addresses('https://rollcall.example', ['rollcall.example', 'old.example']);

  it('A08 A09: each domain gives an address, the current one first, then extra hosts', () => {
    expect(branded.urlsOf('1')).toEqual([
      'https://acme.api.rollcall.example/api/v1/scim',
      'https://acme.api.old.example/api/v1/scim',
      'https://scim.acme.example/api/v1/scim',
    ]);
    expect(addresses('http://localhost:3000').urlsOf('2')).toEqual(['http://localhost:3000/api/v1/scim']);
  });

  it.each([
    ['acme.api.rollcall.example', '1'],
    ['ACME.api.Old.example:443', '1'],
    ['acme.api.rollcall.example.', '1'],
    ['scim.acme.example', '1'],
    ['acme-eu.api.rollcall.example', '2'],
  ])('SEC-20: %s names one organisation', (host, tenantId) => {
    expect(branded.ownerOf(host)).toEqual({ kind: 'tenant', tenantId });
  });

  it.each(['rollcall.example', 'localhost:3000', '127.0.0.1', '[::1]:3000'])(
    'SEC-20: %s is plain: the token decides',
    (host) => {
      expect(branded.ownerOf(host)).toEqual({ kind: 'plain' });
    },
  );

  it.each([
    '',
    'evil.example',
    'acmecorp.api.rollcall.example',
    'acme.api.rollcall.example.evil.example',
    'api.rollcall.example',
    '127.0.0.1.evil.example',
  ])('SEC-20 V-15: %j names nobody', (host) => {
    expect(branded.ownerOf(host)).toEqual({ kind: 'unknown' });
  });

  it('SEC-20: locations use a configured name of the organisation, never the header', () => {
    expect(branded.urlFor('1', 'ACME.api.old.example:8443')).toBe('https://acme.api.old.example/api/v1/scim');
    expect(branded.urlFor('2', 'acme.api.old.example')).toBe('https://rollcall.example/api/v1/scim');
    expect(branded.urlFor('1', 'evil.example')).toBe('https://rollcall.example/api/v1/scim');
  });

  it('a domain below localhost shares scheme and port, so that hosts can be tried out on one machine', () => {
    const local = new ScimAddresses({ url: 'http://localhost:3100', domains: ['rollcall.localhost'] }, [
      tenant('1', 'acme'),
    ]);

    expect(local.urlsOf('1')).toEqual(['http://acme.api.rollcall.localhost:3100/api/v1/scim']);
  });
});
