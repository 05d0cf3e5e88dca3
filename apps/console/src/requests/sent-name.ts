import type { RequestView } from '@rollcall/admin-contracts';

/** The userName, or a group's displayName, in the body of a request that made no record; undefined when there is none, or it was cut. */
export function sentName({ resource, message, path }: RequestView): SentName | undefined {
  if (resource !== undefined || message.requestBody === undefined) return undefined;
  const body = parsed(message.requestBody);
  const type = path.startsWith('/Groups') ? 'Group' : 'User';
  const name = body?.[type === 'Group' ? 'displayName' : 'userName'];
  return typeof name === 'string' && name !== '' ? { type, name } : undefined;
}

export interface SentName {
  readonly type: 'User' | 'Group';
  readonly name: string;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
