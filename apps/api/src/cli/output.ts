import type { GeneratedToken, IntegrationSummary, TokenView } from '@rollcall/admin-contracts';

/** A token that was just made, and its end if it has one. */
export interface MadeToken extends GeneratedToken {
  readonly expiresAt?: string;
}

export function createdText(name: string, made: MadeToken): string {
  return [`Created the integration "${name}" (${made.integrationId}).`, ...secretLines(made)].join('\n');
}

export function tokenText(integrationName: string, made: MadeToken): string {
  return [`Created a token for "${integrationName}".`, ...secretLines(made)].join('\n');
}

function secretLines({ scimUrl, token, expiresAt }: MadeToken): string[] {
  return [
    '',
    `SCIM API URL  ${scimUrl}`,
    `Token         ${token}`,
    ...(expiresAt === undefined ? [] : [`Expires       ${expiresAt}`]),
    '',
    'Copy the token now: it is not shown again.',
  ];
}

export function integrationTable(list: readonly IntegrationSummary[]): string {
  if (list.length === 0) return 'No integrations yet: "integration create" makes one.';
  const rows = list.map((row) => [
    row.id,
    row.name,
    row.provider,
    row.state,
    String(row.userCount),
    String(row.groupCount),
  ]);
  return table(['ID', 'NAME', 'PROVIDER', 'STATE', 'USERS', 'GROUPS'], rows);
}

export function tokenTable(list: readonly TokenView[]): string {
  if (list.length === 0) return 'No tokens yet: "token create" makes one.';
  const rows = list.map((row) => [
    row.id,
    `...${row.lastFour}`,
    row.state,
    row.createdAt,
    row.expiresAt ?? 'never',
    row.lastUsedAt ?? 'never',
  ]);
  return table(['ID', 'ENDS IN', 'STATE', 'CREATED', 'EXPIRES', 'LAST USED'], rows);
}

/** Columns as wide as their widest cell. Control characters in a name could rewrite the terminal, so they are shown as `?`. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\p{Cc}/gu, '?')));
  const widths = head.map((_, column) => Math.max(...clean.map((row) => row[column]?.length ?? 0)));
  return clean
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
