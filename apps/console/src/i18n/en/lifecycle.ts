/** An integration held back, renamed, deleted and brought back. */
export const pause = {
  action: 'Pause',
  resume: 'Resume',
  renew: 'Renew pause',
  title: 'Pause {{name}}',
  renewTitle: 'Renew the pause of {{name}}',
  text: 'While it is paused, each request is answered “try again later”. Nothing is lost: {{provider}} sends it again. The directory stays as it is.',
  question: 'For how long?',
  hours: {
    h1: { label: '1 hour', hint: 'For a short piece of work' },
    h8: { label: '8 hours', hint: 'For a working day' },
    h24: { label: '24 hours', hint: 'The longest pause; it can be renewed' },
  },
  endsByItself: 'It resumes by itself at the end.',
  clock: {
    entra:
      'Mind the clock: Entra ID tries less and less often while it is refused, down to once a day, and after four weeks it turns provisioning off.',
    other: 'Mind the clock: providers give up after a while. After a long pause, start a full synchronisation there.',
  },
  submit: 'Pause',
  renewSubmit: 'Renew pause',
  paused: '{{name}} is paused',
  resumed: '{{name}} takes requests again',
  bannerTitle: 'Paused until {{until}}',
  bannerBy: 'Paused by {{name}} {{since}}. It resumes by itself; until then requests are answered “try again later”.',
  age: {
    day: {
      entra: 'It has been paused for more than a day. By now Entra ID tries about once a day.',
      other: 'It has been paused for more than a day. Check that {{provider}} still retries.',
    },
    days: {
      entra:
        'It has been paused for more than three days. Changes wait in Entra ID; on {{date}} it turns provisioning off.',
      other: 'It has been paused for more than three days. {{provider}} may have given up on some changes.',
    },
    week: {
      entra:
        'It has been paused for more than a week. Resume it before {{date}}: then Entra ID turns provisioning off, and it has to be started anew there.',
      other:
        'It has been paused for more than a week. After resuming, start a full synchronisation in {{provider}}, because it may have given up on changes.',
    },
  },
} as const;

export const settings = {
  nameTitle: 'Name',
  nameText: 'Shown as the origin of its users and groups. URL, token and ids stay as they are.',
  providerTitle: 'Identity provider',
  providerText: 'Whose words the set-up guide and the hints speak. Requests are understood whatever is chosen.',
  providerSaved: 'The hints now speak the words of {{provider}}',
  pauseTitle: 'Pause',
  pauseText: 'Hold requests back for a while, for maintenance or while you look into something.',
  pausedText: 'It is paused until {{until}}.',
  deleteTitle: 'Delete',
  deleteText:
    'Its users and groups leave the directory and its tokens stop working. For 30 days it can be restored from the list of integrations.',
  deleteAction: 'Delete integration',
} as const;

export const deleted = {
  title: 'Recently deleted',
  text: 'Deleted integrations can be restored for 30 days. Then they are removed for good.',
  columns: {
    name: 'Name',
    deleted: 'Deleted',
    holds: 'Holds',
    left: 'Restorable for',
    actions: 'Actions',
  },
  holds: '{{users, number}} users, {{groups, number}} groups',
  daysLeft_one: '{{count, number}} more day',
  daysLeft_other: '{{count, number}} more days',
  lastDay: 'less than a day',
  restore: 'Restore',
  restoreNamed: 'Restore {{name}}',
  restoreTitle: 'Restore {{name}}',
  restoreText: 'This comes back under the same ids, as it was when it was deleted:',
  restoreUsers_one: '{{count, number}} user',
  restoreUsers_other: '{{count, number}} users',
  restoreGroups_one: '{{count, number}} group with its members',
  restoreGroups_other: '{{count, number}} groups with their members',
  restoreTokens:
    'Its tokens stay revoked. Generate a new one afterwards and paste it into {{provider}}; until then nothing arrives.',
  restoreName: 'New name',
  restoreNameTaken: 'Another integration has this name now. Choose a different one.',
  restoreSubmit: 'Restore integration',
  restored: '{{name}} is back. Generate a token to connect it again.',
} as const;
