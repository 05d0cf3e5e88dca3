/** What is no longer so: deleted records, and records as of an earlier moment. */
export const past = {
  deletedBadge: 'Deleted',
  deletedTitle: '{{origin}} deleted this {{when}}',
  deletedUser:
    'Nobody can see this person any more. The record is kept until {{until}}; it can come back under the same id.',
  deletedGroup:
    'Nobody can see this group any more. The record is kept until {{until}}; it can come back under the same id.',
  daysLeft_one: '{{count, number}} day left',
  daysLeft_other: '{{count, number}} days left',
  columns: {
    name: 'Name',
    deleted: 'Deleted',
    left: 'Restorable',
    origin: 'Origin',
    request: 'Cause',
    actions: 'Actions',
  },
  emptyUsersTitle: 'Nobody was deleted in the last 30 days',
  emptyGroupsTitle: 'No group was deleted in the last 30 days',
  emptyText: 'Whoever an identity provider deletes is kept here for 30 days.',
  restore: 'Restore',
  restoreNamed: 'Restore {{name}}',
  restoreTitle: 'Restore {{name}}?',
  restoreUser:
    'The person comes back under the same id with every attribute, and into the groups of then that still exist.',
  restoreGroup: 'The group comes back under the same id, with the members of then that still exist.',
  restoreWarning:
    '{{origin}} deleted it. If it still wants that, its next cycle deletes it again: put it back in scope there, or pause the integration first.',
  restored: '{{name}} is back',
  asOf: 'As of',
  asOfHint: 'Shows the record as it was at this moment',
  asOfNow: 'Back to now',
  asOfBanner: 'As it was on {{when}}',
  asOfThis: 'As of then',
  asOfNotYet: 'On {{when}} it did not exist yet.',
  asOfDeleted: 'On {{when}} it was deleted.',
  asOfUnknown:
    'On {{when}} it existed, but what it held is not recorded: it was deleted later and came back with new attributes.',
  asOfNoGroups: 'In no group at that moment.',
  asOfDiffers: 'different now',
} as const;
