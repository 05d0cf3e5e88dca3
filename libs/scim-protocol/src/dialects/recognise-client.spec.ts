import type { Json } from '../messages/json';
import { recogniseClient } from './recognise-client';

describe('recognising a client', () => {
  it('knows Entra by its header, whatever else is there', () => {
    expect(recogniseClient({ headers: { adscimversion: '5.0' } })).toBe('entra');
    expect(recogniseClient({ headers: { adscimversion: 'Date:…, ActivityId:…', 'user-agent': 'x' } })).toBe('entra');
  });

  it.each([
    ['Okta SCIM Client 1.0.0', 'okta'],
    ['OneLogin SCIM', 'onelogin'],
    ['JumpCloud-SCIM/1.0', 'jumpcloud'],
    ['PingOne Provisioning', 'ping'],
    ['curl/8.0', undefined],
  ])('knows %s by its User-Agent', (agent, client) => {
    expect(recogniseClient({ headers: { 'user-agent': agent } })).toBe(client);
    expect(recogniseClient({ headers: {}, userAgent: agent })).toBe(client);
  });

  it('knows Entra by the capital letter of its operations when no header tells', () => {
    const body = (op: string) => ({ Operations: [{ op, path: 'active', value: 'False' }] });

    expect(recogniseClient({ headers: {}, body: body('Replace') })).toBe('entra');
    expect(recogniseClient({ headers: {}, body: body('replace') })).toBeUndefined();
    expect(recogniseClient({ headers: { 'user-agent': 'Okta SCIM Client' }, body: body('Replace') })).toBe('okta');
  });

  it('knows Entra by the schema that it lists for groups', () => {
    const schemas = ['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'];

    expect(recogniseClient({ headers: {}, body: { schemas, displayName: 'Analysts' } })).toBe('entra');
  });

  it('says nothing when nothing tells', () => {
    const nothing: (Json | undefined)[] = [undefined, null, 5, [], {}, { Operations: 5 }, { Operations: [null] }];
    for (const body of nothing) {
      expect(recogniseClient({ headers: {}, ...(body === undefined ? {} : { body }) })).toBeUndefined();
    }
  });
});
