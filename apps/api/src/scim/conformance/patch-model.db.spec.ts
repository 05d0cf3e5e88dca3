import {
  GROUP_ITSELF,
  MEMBERS,
  modelGroup,
  modelUser,
  run,
  runOnGroup,
  spelledCommands,
  spelledGroupCommands,
  STRANGER,
  stored,
  TAKEN_NAME,
  type ModelGroup,
} from '@rollcall/scim-protocol/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { G, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { httpRuns, runsTimeoutMs } from './property-runs';
import { written } from './published-resources';

const RUNS = httpRuns(60);

describe('PATCH requests of any operations over HTTP', () => {
  const scim = givenScim();

  const verdict = ({ status, body }: Answer) =>
    status < 300 ? 'done' : { status, scimType: body.scimType as unknown, wire: body.status as unknown };
  const refusedAs = (scimType: string) => {
    const status = scimType === 'uniqueness' ? 409 : 400;
    return { status, scimType, wire: String(status) };
  };

  it(
    'R-52 P-05 P-06 P-13 R-20: of a user end in the state, the refusal and the version of the model',
    async () => {
      await fc.assert(
        fc.asyncProperty(modelUser, spelledCommands, async (user, spelled) => {
          // A new user is active unless the client says that nothing is known about it.
          const before = await scim.post('/Users', { ...stored(user), active: user.active ?? null });
          expect([before.status, written(before.body)]).toEqual([201, stored(user)]);
          const url = `/Users/${before.body.id}`;
          const outcome = run(
            user,
            spelled.map(({ command }) => command),
          );

          const answer = await scim.patch(
            url,
            spelled.map(({ operation }) => operation),
          );
          const after = await scim.get(url);

          const isDone = outcome.kind === 'done';
          const expected = stored(isDone ? outcome.user : user);
          expect(verdict(answer)).toEqual(isDone ? 'done' : refusedAs(outcome.scimType));
          expect(written(after.body)).toEqual(expected);
          expect([before.body.meta.version === after.body.meta.version, after.body.meta]).toEqual([
            JSON.stringify(sorted(expected)) === JSON.stringify(sorted(stored(user))),
            isDone ? answer.body.meta : before.body.meta,
          ]);
          expect((await scim.delete(url)).status).toBe(204);
        }),
        { numRuns: RUNS },
      );
    },
    runsTimeoutMs(RUNS),
  );

  it(
    'R-52 P-15 P-30 P-52 C44 C73 C74: of a group end in the state, the refusal and the version of the model',
    async () => {
      const people = await Promise.all(MEMBERS.map((name) => scim.createUser({ userName: name })));
      const group = await scim.createGroup('Crew');
      await scim.createGroup(TAKEN_NAME);
      const url = `/Groups/${group.id}`;
      const ids = new Map<string, string>([
        ...MEMBERS.map((name, at) => [name, people[at].id as string] as const),
        [GROUP_ITSELF, group.id],
        [STRANGER, randomUUID()],
      ]);
      /** The placeholders of the model are ids of this server. */
      const meant = <Value>(value: Value): Value => {
        let text = JSON.stringify(value);
        for (const [name, id] of ids) text = text.replaceAll(name, id);
        return JSON.parse(text) as Value;
      };
      const body = ({ members, ...attributes }: ModelGroup) => ({
        schemas: [G],
        ...attributes,
        ...(members.size === 0 ? {} : { members: meant([...members].sort()).sort() }),
      });
      const shown = (answer: Answer): Body => {
        const { members, ...attributes } = written(answer.body);
        return {
          ...attributes,
          ...(members === undefined
            ? {}
            : { members: (members as { value: string }[]).map((each) => each.value).sort() }),
        };
      };

      await fc.assert(
        fc.asyncProperty(modelGroup, spelledGroupCommands, async (model, spelled) => {
          const before = await scim.put(url, body(model));
          expect([before.status, shown(before)]).toEqual([200, body(model)]);
          const outcome = runOnGroup(
            model,
            spelled.map(({ command }) => command),
          );

          const answer = await scim.patch(url, meant(spelled.map(({ operation }) => operation)));
          const after = await scim.get(url);

          const isDone = outcome.kind === 'done';
          const expected = body(isDone ? outcome.group : model);
          expect(verdict(answer)).toEqual(isDone ? 'done' : refusedAs(outcome.scimType));
          expect(shown(after)).toEqual(expected);
          const isSame = JSON.stringify(sorted(expected)) === JSON.stringify(sorted(body(model)));
          if (!isSame) expect(after.body.meta.version).not.toBe(before.body.meta.version);
          else if (!isDone || !outcome.touched) expect(after.body.meta).toEqual(before.body.meta);
        }),
        { numRuns: RUNS },
      );
    },
    runsTimeoutMs(RUNS),
  );
});

function sorted(value: object): unknown {
  return Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
}
