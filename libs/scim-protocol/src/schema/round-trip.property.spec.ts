import fc from 'fast-check';
import type { JsonObject } from '../messages/json';
import { Trail } from '../messages/note';
import { readJson } from '../messages/read-json';
import { GROUP } from './group';
import { project } from './project';
import { readResource } from './read-resource';
import { arbitraryResource, PROPERTY_RUNS } from './testing/arbitrary-resource';
import { aDeviceType } from './testing/device-type';
import { USER } from './user';

const asSent = (body: JsonObject) => Buffer.from(JSON.stringify(body));

/** The same body in other letter case, in reverse order, and with what means nothing. */
function respelled(body: JsonObject): JsonObject {
  const entries = Object.entries(body).reverse();
  return { shoeSize: null, ...Object.fromEntries(entries.map(([name, value]) => [name.toUpperCase(), value])) };
}

describe.each([
  ['User', USER],
  ['Device', aDeviceType()],
])('a random %s from the published schema', (_name, type) => {
  it('D-20 B07: is stored and shown as it was sent', () => {
    fc.assert(
      fc.property(arbitraryResource(type), (body) => {
        const trail = new Trail();
        const { resource } = readResource(type, readJson(asSent(body)), trail);
        expect(resource).toEqual(body);
        expect(trail.notes).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('D-20: reading what was read changes nothing', () => {
    fc.assert(
      fc.property(arbitraryResource(type), (body) => {
        const once = readResource(type, body, new Trail()).resource;
        expect(readResource(type, once, new Trail()).resource).toEqual(once);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('N-01 S-39: is the same in another letter case and order', () => {
    fc.assert(
      fc.property(arbitraryResource(type), (body) => {
        expect(readResource(type, readJson(asSent(respelled(body))), new Trail()).resource).toEqual(body);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('a random group from the published schema', () => {
  it('D-20: has its members apart, in their order', () => {
    const members = fc.uniqueArray(fc.uuid(), { maxLength: 20 });
    fc.assert(
      fc.property(arbitraryResource(GROUP), members, (body, ids) => {
        const { members: _random, ...rest } = body;
        const read = readResource(GROUP, { ...rest, members: ids.map((value) => ({ value })) }, new Trail());
        expect(read.resource).toEqual(rest);
        expect(read.members?.map((member) => member.value)).toEqual(ids);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('a random projection', () => {
  it('A-02 A-03: attributes and excludedAttributes of the same names divide the resource', () => {
    const names = fc.subarray(['title', 'emails', 'name', 'active', 'addresses', 'externalId'], { minLength: 1 });
    fc.assert(
      fc.property(arbitraryResource(USER), names, (body, chosen) => {
        const view = (mode: 'only' | 'except') => {
          const core = new Map(chosen.map((name) => [name, 'whole' as const]));
          return project(USER, body, { mode, core, extensions: new Map(), unknownUrns: new Set() });
        };
        expect({ ...view('except'), ...view('only') }).toEqual(body);
        const both = Object.keys(view('except')).filter((name) => Object.hasOwn(view('only'), name));
        expect(both).toEqual(['schemas']);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
