import { randomUUID } from 'node:crypto';
import { connectScim } from '../../testing/scim-connection';
import { givenScim } from '../conformance/given-scim';
import { sendRaw, type RawAnswer } from '../conformance/raw-request';
import { generateTokenSecret } from '../../tokens/token-secret';

const BASE = '/api/v1/scim';

const ROUTES: readonly (readonly [string, string])[] = [
  ['GET', '/Users'],
  ['POST', '/Users'],
  ['GET', `/Users/${randomUUID()}`],
  ['PUT', `/Users/${randomUUID()}`],
  ['PATCH', `/Users/${randomUUID()}`],
  ['DELETE', `/Users/${randomUUID()}`],
  ['POST', '/Users/.search'],
  ['GET', '/Groups'],
  ['POST', '/Groups'],
  ['PATCH', `/Groups/${randomUUID()}`],
  ['POST', '/Groups/.search'],
  ['POST', '/.search'],
  ['POST', '/Bulk'],
  ['GET', '/Schemas'],
  ['GET', '/ResourceTypes'],
  ['GET', '/Me'],
  ['GET', '/Nope'],
  ['GET', ''],
];

/** Headers that hold a good token in every way but the right one. */
const malformed = (token: string): readonly (readonly [string, string | string[] | undefined])[] => [
  ['none', undefined],
  ['empty', ''],
  ['blank', '   '],
  ['the token alone', token],
  ['the scheme alone', 'Bearer'],
  ['the scheme and a blank', 'Bearer '],
  ['two blanks between', `Bearer  ${token}`],
  ['a tab between', `Bearer\t${token}`],
  ['nothing between', `Bearer${token}`],
  ['a colon between', `Bearer:${token}`],
  ['a colon and a blank between', `Bearer: ${token}`],
  ['an equals sign between', `Bearer=${token}`],
  ['Basic', `Basic ${Buffer.from(`x:${token}`).toString('base64')}`],
  ['Basic with the token', `Basic ${token}`],
  ['Token', `Token ${token}`],
  ['OAuth', `OAuth ${token}`],
  ['DPoP', `DPoP ${token}`],
  ['MAC', `MAC id="${token}"`],
  ['Digest', `Digest username="${token}"`],
  ['Negotiate', `Negotiate ${token}`],
  ['Bearer twice', `Bearer Bearer ${token}`],
  ['two tokens', `Bearer ${token} ${token}`],
  ['a comma list', `Bearer ${token}, Bearer ${token}`],
  ['a comma list of another scheme first', `Basic eDp5, Bearer ${token}`],
  ['a comma list of another scheme last', `Bearer ${token}, Basic eDp5`],
  ['a comma without a blank', `Bearer ${token},${token}`],
  ['a comma behind', `Bearer ${token},`],
  ['a comma before', `Bearer ,${token}`],
  ['a semicolon behind', `Bearer ${token};`],
  ['a parameter', `Bearer token="${token}"`],
  ['a parameter behind', `Bearer ${token} realm="scim"`],
  ['a quoted token', `Bearer "${token}"`],
  ['a token in single quotes', `Bearer '${token}'`],
  ['a token in angle brackets', `Bearer <${token}>`],
  ['a token in braces', `Bearer {${token}}`],
  ['an escaped token', `Bearer ${encodeURIComponent(token)}%00`],
  ['a token in base64', `Bearer ${Buffer.from(token).toString('base64')}`],
  ['upper case', `Bearer ${token.toUpperCase()}`],
  ['lower case', `Bearer ${token.toLowerCase()}x`],
  ['the last character missing', `Bearer ${token.slice(0, -1)}`],
  ['the first character missing', `Bearer ${token.slice(1)}`],
  ['a character more', `Bearer ${token}0`],
  ['the last character changed', `Bearer ${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`],
  ['another token of the right form', `Bearer ${generateTokenSecret().token}`],
  ['letters beyond ASCII', `Bearer ${token}é`],
  ['a scheme beyond ASCII', `Béarer ${token}`],
  ['a blank beyond ASCII', `Bearer\u00a0${token}`],
  ['undefined', 'Bearer undefined'],
  ['null', 'Bearer null'],
  ['true', 'Bearer true'],
  ['an object', 'Bearer [object Object]'],
  ['a wildcard', 'Bearer *'],
  ['SQL', `Bearer ' or 1=1 --`],
  ['a JSON Web Token without signature', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'],
  ['a very long token', `Bearer ${token}${'a'.repeat(7_000)}`],
  ['very many blanks', `Bearer${' '.repeat(7_000)}${token}`],
  ['two lines of the same token', [`Bearer ${token}`, `Bearer ${token}`]],
  ['two lines, the good one first', [`Bearer ${token}`, 'Bearer x']],
  ['two lines, the good one last', ['Bearer x', `Bearer ${token}`]],
  ['two lines of two schemes', [`Bearer ${token}`, 'Basic eDp5']],
];

describe('the Authorization header of SCIM requests', () => {
  const scim = givenScim();

  function send(
    [method, path]: readonly [string, string],
    headers: Readonly<Record<string, string | string[] | undefined>>,
    body?: string,
  ): Promise<RawAnswer> {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    return sendRaw(scim.server, {
      method,
      path: BASE + path,
      headers: given as Record<string, string | string[]>,
      ...(body === undefined ? {} : { body }),
    });
  }

  /** What no two refusals may differ in. */
  function seen({ status, headers, text }: RawAnswer): unknown {
    const { date: _date, 'x-request-id': _id, ...others } = headers;
    return { status, headers: others, text };
  }

  it('SEC-04: one Bearer and one token open every route, whatever the case of the scheme and the blanks around', async () => {
    const { token } = scim.facts;
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`, `BEARER ${token}`, ` Bearer ${token}  `])
      for (const route of ROUTES)
        expect([route, (await send(route, { authorization })).status]).not.toEqual([route, 401]);
  });

  it.each(malformed('<token>').map(([what], at) => [what, at] as const))(
    'SEC-03 SEC-04: %s is 401 on every route, and is told nothing else',
    async (what, at) => {
      const authorization = malformed(scim.facts.token)[at]?.[1];
      const [first] = ROUTES;
      const without = seen(await send(first ?? ['GET', ''], {}));
      expect(without).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer realm="scim"', 'content-type': 'application/scim+json' },
      });
      for (const route of ROUTES)
        expect([what, route, seen(await send(route, { authorization }))]).toEqual([what, route, without]);
    },
  );

  it('SEC-04 SEC-14: a token in the query, in a form, in a body or in a cookie is no token', async () => {
    const { token } = scim.facts;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const json = { 'content-type': 'application/scim+json' };
    for (const name of ['access_token', 'token', 'authorization', 'bearer']) {
      const answers = [
        await send(['GET', `/Users?${name}=${token}`], {}),
        await send(['POST', '/Users'], form, `${name}=${token}`),
        await send(['POST', '/Users'], json, JSON.stringify({ [name]: token })),
        await send(['GET', '/Users'], { cookie: `${name}=${token}; session=${token}` }),
        await send(['GET', '/Users'], { 'x-api-key': token, 'proxy-authorization': `Bearer ${token}` }),
      ];
      expect([name, answers.map(({ status }) => status)]).toEqual([name, [401, 401, 401, 401, 401]]);
    }
  });

  it('SEC-03: malformed, unknown, expired, revoked, deleted and missing tokens hear the same, byte for byte', async () => {
    const ended = async (statement: string) => {
      const other = await connectScim(scim.server);
      await other.look(statement, [other.facts.integrationId]);
      return `Bearer ${other.facts.token}`;
    };
    const classes = {
      missing: undefined,
      malformed: 'Bearer x',
      unknown: `Bearer ${generateTokenSecret().token}`,
      expired: await ended(`update token set expires_at = now() - interval '1 second' where integration_id = $1`),
      revoked: await ended('update token set revoked_at = now() where integration_id = $1'),
      deleted: await ended('update integration set deleted_at = now() where id = $1'),
    };
    const json = { 'content-type': 'application/scim+json' };
    for (const [method, path] of ROUTES) {
      const body = ['POST', 'PUT', 'PATCH'].includes(method) ? '{"schemas":["x"]}' : undefined;
      const answers = await Promise.all(
        Object.entries(classes).map(async ([name, authorization]) => ({
          name,
          seen: seen(await send([method, path], { authorization, ...(body === undefined ? {} : json) }, body)),
        })),
      );
      const [missing] = answers;
      for (const answer of answers)
        expect([method, path, answer]).toEqual([method, path, { ...missing, name: answer.name }]);
    }
  });
});
