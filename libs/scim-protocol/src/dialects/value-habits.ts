import type { Habit } from './rewrite';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/**
 * Habits that are put right where a value is read or an element is looked up, because a POST has them too, or because they need the
 * resource. They are listed here so that documentation and tests know all of them.
 */
export const VALUE_HABITS: readonly Habit[] = [
  {
    rule: 'booleanText',
    message: 'A text was read as the boolean that it spells.',
    examples: [
      {
        on: 'User',
        given: { active: true },
        sent: { op: 'Replace', path: 'active', value: 'False' },
        meant: [{ op: 'replace', path: 'active', value: false }],
      },
      {
        on: 'User',
        sent: { op: 'Add', path: 'emails', value: [{ value: 'ada@corp.example', primary: 'True' }] },
        meant: [{ op: 'add', path: 'emails', value: [{ value: 'ada@corp.example', primary: true }] }],
      },
    ],
  },
  {
    rule: 'managerSpelling',
    message: 'The manager was read as an object with a value.',
    examples: [
      {
        on: 'User',
        sent: { op: 'Add', path: `${ENTERPRISE}:manager`, value: '26' },
        meant: [{ op: 'add', path: `${ENTERPRISE}:manager`, value: { value: '26' } }],
      },
    ],
  },
  {
    rule: 'roleAsText',
    message: 'A role that was written as JSON in a text was read as that JSON.',
    examples: [
      {
        on: 'User',
        sent: {
          op: 'Add',
          path: 'roles',
          value: [{ value: '{"id":"06b0","value":"25","displayName":"Role1234"}' }],
        },
        meant: [{ op: 'add', path: 'roles', value: [{ value: '25', display: 'Role1234' }] }],
      },
    ],
  },
  {
    rule: 'roleDisplayName',
    message: "A role's displayName was read as its display.",
    examples: [
      {
        on: 'User',
        sent: { op: 'replace', path: 'roles', value: [{ value: 'Admin', displayName: 'Administrator' }] },
        meant: [{ op: 'replace', path: 'roles', value: [{ value: 'Admin', display: 'Administrator' }] }],
      },
    ],
  },
  {
    rule: 'elementFromFilter',
    message: 'Nothing matched the path, so an element was created from the filter.',
    examples: [
      {
        on: 'User',
        sent: { op: 'Add', path: 'emails[type eq "work"].value', value: 'ada@corp.example' },
        meant: [{ op: 'add', path: 'emails', value: [{ type: 'work', value: 'ada@corp.example' }] }],
      },
      {
        on: 'User',
        sent: { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'Admin' },
        meant: [{ op: 'add', path: 'roles', value: [{ primary: true, value: 'Admin' }] }],
      },
    ],
  },
  {
    rule: 'removalByValue',
    message: 'Only the listed elements were removed.',
    examples: [
      {
        on: 'User',
        given: {
          phoneNumbers: [
            { type: 'work', value: '1' },
            { type: 'mobile', value: '1' },
          ],
        },
        sent: { op: 'Remove', path: 'phoneNumbers', value: [{ type: 'work', value: '1' }] },
        meant: [{ op: 'remove', path: 'phoneNumbers[type eq "work" and value eq "1"]' }],
      },
    ],
  },
  {
    rule: 'memberRemovalByValue',
    message: 'Only the listed members were removed.',
    examples: [
      {
        on: 'Group',
        sent: { op: 'Remove', path: 'members', value: [{ $ref: null, value: '7' }] },
        meant: [{ op: 'remove', path: 'members[value eq "7"]' }],
      },
      {
        on: 'Group',
        sent: { op: 'Remove', path: 'members', value: '7' },
        meant: [{ op: 'remove', path: 'members[value eq "7"]' }],
      },
    ],
  },
  {
    rule: 'readOnly',
    message: 'A read-only attribute was ignored.',
    examples: [
      {
        on: 'User',
        given: { active: true },
        sent: { op: 'replace', value: { id: '2819c223', active: false } },
        meant: [{ op: 'replace', path: 'active', value: false }],
      },
    ],
  },
];
