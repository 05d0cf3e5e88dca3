import { canonicalScimUrl, isScimUrl } from './scim-url';

describe('one spelling for every SCIM URL', () => {
  it.each([
    ['/api/v1/scim/Users', '/api/v1/scim/Users'],
    ['/api/v1/scim//Users', '/api/v1/scim/Users'],
    ['/api/v1/scim/Users/?count=1', '/api/v1/scim/Users?count=1'],
    ['/api/v1/scim/v2/Users?filter=a%20eq%20"/v2//"', '/api/v1/scim/Users?filter=a%20eq%20"/v2//"'],
    ['/api/v1/scim/v2', '/api/v1/scim'],
    ['/api/v1/scim/', '/api/v1/scim'],
    ['/api/v1/scim/v1/Users', '/api/v1/scim/v1/Users'],
    ['/api/v1/scim/v22/Users', '/api/v1/scim/v22/Users'],
    ['//api/v1/scim/Users', '/api/v1/scim/Users'],
  ])('H-18 H-21 H-22 C03: %s is read as %s', (sent, read) => {
    expect(canonicalScimUrl(sent)).toBe(read);
  });

  it('leaves every other URL alone', () => {
    for (const url of ['/', '/integrations//x', '/api/console//session', '/api/v1/scimitar//x']) {
      expect(canonicalScimUrl(url)).toBe(url);
    }
    expect(isScimUrl('/api/v1/scimitar')).toBe(false);
  });
});
