import fc from 'fast-check';
import { modelUser, spelledCommands, stored } from '../fixtures/patch-commands';
import { run } from '../fixtures/patch-model';
import { patchUser } from '../fixtures/patching';
import type { JsonObject } from '../messages/json';
import { ScimError } from '../messages/scim-error';
import { sameJson } from './same-json';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);

describe('a PATCH of any operations', () => {
  it('R-52 P-05 P-06 P-13: ends in the state, the refusal and the verdict on change of a model that was written independently', () => {
    fc.assert(
      fc.property(modelUser, spelledCommands, (user, spelled) => {
        const before = stored(user);
        const sent = JSON.stringify(before);
        const outcome = run(
          user,
          spelled.map(({ command }) => command),
        );

        const actual = outcomeOf(
          before,
          spelled.map(({ operation }) => operation),
        );

        if (outcome.kind === 'refused') {
          expect(actual).toEqual({ scimType: outcome.scimType, operation: outcome.operation });
        } else {
          const after = stored(outcome.user);
          expect(actual).toEqual({ resource: after, changed: !sameJson(before, after) });
        }
        expect(JSON.stringify(before)).toBe(sent);
      }),
      { numRuns: RUNS },
    );
  });
});

function outcomeOf(before: JsonObject, operations: Parameters<typeof patchUser>[1]): unknown {
  try {
    const { resource, changed } = patchUser(before, operations, { readOnly: { meta: { created: 'y' } } });
    return { resource, changed };
  } catch (error) {
    if (error instanceof ScimError) return { scimType: error.scimType, operation: error.operation };
    throw error;
  }
}
