export const diagnostics = {
  title: 'Diagnostics',
  text: 'One file with configuration, counts, tokens, last errors and health, for whoever helps you. It holds no secret and nothing about a person.',
  download: 'Download',
} as const;
