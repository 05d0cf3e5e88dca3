import { readJson } from '../messages/read-json';
import { project } from './project';
import { readProjection } from './projection';
import { read, U } from './testing/bodies';
import { USER } from './user';

const X = 'urn:example:params:scim:schemas:extension:acme:2.0:User';

describe('while Object.prototype is frozen', () => {
  it('SEC-28: names that objects inherit are kept as names of an unknown extension', () => {
    Object.freeze(Object.prototype);
    const body = readJson(
      `{"schemas":["${U}"],"userName":"ada","${X}":{"toString":"a","valueOf":{"hasOwnProperty":1}}}`,
    );
    const { resource } = read(USER, body);
    expect(Object.entries(resource[X] as object)).toEqual([
      ['toString', 'a'],
      ['valueOf', { hasOwnProperty: 1 }],
    ]);
    const shown = project(USER, resource, readProjection(USER, `${X}:toString`));
    expect(Object.entries(shown[X] as object)).toEqual([['toString', 'a']]);
  });
});
