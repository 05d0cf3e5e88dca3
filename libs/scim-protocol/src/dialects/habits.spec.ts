import { aUser, CREW } from '../fixtures/people';
import { patchGroup, patchUser } from '../fixtures/patching';
import { REWRITES } from './accept-dialects';
import type { Habit, HabitExample, OperationExample } from './rewrite';
import { VALUE_HABITS } from './value-habits';

const examples = [...REWRITES, ...VALUE_HABITS].flatMap((habit) =>
  habit.examples.map((example): [string, Habit, HabitExample] => [
    `${habit.rule}: ${JSON.stringify(example.sent)}`,
    habit,
    example,
  ]),
);

describe('the habits of providers', () => {
  it('have names of their own', () => {
    const rules = [...REWRITES, ...VALUE_HABITS].map(({ rule }) => rule);

    expect(new Set(rules).size).toBe(rules.length);
  });

  it.each(examples)('%s ends where its meaning ends, and is on the trail', (_title, { rule }, example) => {
    const sent = outcome(example, [example.sent]);
    const meant = outcome(example, example.meant);

    expect(sent.state).toEqual(meant.state);
    expect(sent.notes).toContainEqual(expect.objectContaining({ rule, operation: 0 }));
  });

  it.each(REWRITES.flatMap(({ rule, examples: own }) => own.map((example): [string, HabitExample] => [rule, example])))(
    '%s shows on the trail what it repaired: %j',
    (rule, example) => {
      const note = outcome(example, [example.sent]).notes.find((each) => each.rule === rule);

      expect(note).toMatchObject({ kind: 'rewritten', before: { op: example.sent.op.toLowerCase() } });
      expect(note?.after).toBeInstanceOf(Array);
    },
  );

  it('leaves strict operations as they are, without a note', () => {
    const { notes, changed } = patchUser(aUser(), [
      { op: 'add', path: 'emails', value: [{ value: 'ada@corp.example', type: 'work' }] },
      { op: 'replace', value: { title: 'Analyst', name: { givenName: 'Ada' } } },
      { op: 'remove', path: 'emails[type eq "work"]' },
    ]);

    expect(changed).toBe(true);
    expect(notes).toEqual([]);
  });
});

function outcome({ on, given }: HabitExample, operations: readonly OperationExample[]) {
  if (on === 'Group') {
    const { resource, memberChanges, notes } = patchGroup(CREW, operations);
    return { state: { resource, memberChanges }, notes };
  }
  const { resource, notes } = patchUser(aUser(given), operations);
  return { state: { resource }, notes };
}
