export const exports = {
  button: 'Export CSV',
  title: 'Export as CSV',
  running: 'Reading the directory',
  progress: '{{rows}} of {{total}} rows',
  keepOpen: 'You can go on when the file is saved. The export is written to the activity log.',
  done_one: '{{count, number}} row saved to {{name}}',
  done_other: '{{count, number}} rows saved to {{name}}',
  failedTitle: 'The export stopped',
} as const;
