import { isJsonObject, type JsonObject } from '../messages/json';
import type { PatchOperation } from '../messages/patch-request';
import type { ResourceType } from '../schema/definitions';
import type { Rewrite } from './rewrite';

/** Core attributes stand by themselves, but some clients put them below the URN of their schema, as if it were an extension. */
export const coreUrnObject: Rewrite = {
  rule: 'coreUrnObject',
  message: 'The attributes below the URN of the core schema were read as core attributes.',
  examples: [
    {
      on: 'User',
      sent: { op: 'replace', value: { 'urn:ietf:params:scim:schemas:core:2.0:User': { title: 'Analyst' } } },
      meant: [{ op: 'replace', value: { title: 'Analyst' } }],
    },
    {
      on: 'Group',
      sent: {
        op: 'replace',
        path: 'urn:ietf:params:scim:schemas:core:2.0:Group',
        value: { displayName: 'Engineers' },
      },
      meant: [{ op: 'replace', value: { displayName: 'Engineers' } }],
    },
  ],
  rewrite: (operation, type) => {
    const { op, path, value } = operation;
    if (op === 'remove' || !isJsonObject(value)) return undefined;
    if (path !== undefined) return isCoreUrn(path, type) ? [withoutPath(operation, value)] : undefined;
    const entries = Object.entries(value);
    const below = entries.filter(([name, each]) => isCoreUrn(name, type) && isJsonObject(each));
    if (below.length === 0) return undefined;
    const others = entries.filter(([name]) => !isCoreUrn(name, type));
    const objects = [Object.fromEntries(others), ...below.map(([, each]) => each)];
    return objects
      .filter((each) => isJsonObject(each) && Object.keys(each).length > 0)
      .map((each) => ({ ...operation, value: each }));
  },
};

function isCoreUrn(name: string, type: ResourceType): boolean {
  return name.toLowerCase() === type.schema.id.toLowerCase();
}

function withoutPath({ op, index }: PatchOperation, value: JsonObject): PatchOperation {
  return { op, value, index };
}
