import type { ChangeSentence } from '@rollcall/admin-contracts';

type Told = Exclude<ChangeSentence['code'], 'updated'>;

const codes = {
  created: { user: 'Person created', group: 'Group created' },
  deleted: { user: 'Person deleted', group: 'Group deleted' },
  revived: { user: 'Person came back under the old id', group: 'Group came back under the old id' },
  restored: { user: 'Person restored', group: 'Group restored' },
  membersAdded: 'Added {{members}}',
  membersRemoved: 'Removed {{members}}',
  joined: 'Joined {{group}}',
  left: 'Left {{group}}',
  groupDeleted: 'Left {{group}}: the group was deleted',
} as const satisfies Record<Told, string | object>;

/** What happened to a person or group, in the history on their pages. */
export const changes = {
  codes,
  goneGroup: 'a group that no longer exists',
  members_one: '{{count, number}} member',
  members_other: '{{count, number}} members',
  namesAndMore: '{{names}} and {{more, number}} more',
  turnedOn: 'Turned on',
  turnedOff: 'Turned off',
  removed: '{{name}} removed',
  removedWas: '{{name}} removed (was {{before}})',
  set: '{{name}} set',
  setTo: '{{name}} set to {{after}}',
  changed: '{{name}} changed',
  changedTo: '{{name}} changed from {{before}} to {{after}}',
  moreAttributes_one: '{{count, number}} more attribute changed',
  moreAttributes_other: '{{count, number}} more attributes changed',
  someAttributes: 'Attributes changed',
  quoted: '“{{value}}”',
} as const;
