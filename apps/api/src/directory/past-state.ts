import { isJsonObject, type Json } from '@rollcall/scim-protocol';

/** A change of one resource as its event holds it. */
export interface PastChange {
  readonly kind: string;
  readonly data: unknown;
}

export interface KnownState {
  readonly isPresent: boolean;
  readonly attributes: Readonly<Record<string, Json>>;
}

/** A resource at an earlier moment. `unknown`: it was there, but its attributes are not recorded. */
export type PastState =
  | { readonly state: 'present'; readonly attributes: Readonly<Record<string, Json>> }
  | { readonly state: 'notYet' | 'deleted' | 'unknown' };

/**
 * Takes back the changes made since a moment, newest first. A resource that came back with new attributes (revived) hides what it held
 * before; one that was restored is what it was.
 */
export function pastState(now: KnownState, changesSince: readonly PastChange[]): PastState {
  let attributes: Readonly<Record<string, Json>> | undefined = now.attributes;
  let presence: 'present' | 'notYet' | 'deleted' = now.isPresent ? 'present' : 'deleted';
  for (const { kind, data } of changesSince) {
    switch (kind) {
      case 'updated':
        attributes = attributes && takenBack(attributes, data);
        break;
      case 'created':
        presence = 'notYet';
        break;
      case 'restored':
        presence = 'deleted';
        break;
      case 'revived':
        presence = 'deleted';
        attributes = undefined;
        break;
      case 'deleted':
        presence = 'present';
        break;
      default:
        break;
    }
  }
  if (presence !== 'present') return { state: presence };
  return attributes ? { state: 'present', attributes } : { state: 'unknown' };
}

interface AttributeChange {
  readonly path: string;
  readonly before?: Json;
}

function takenBack(attributes: Readonly<Record<string, Json>>, data: unknown): Readonly<Record<string, Json>> {
  const changes = Array.isArray(data) ? data.filter(isAttributeChange) : [];
  return changes.reduce((state, { path, before }) => withValue(state, path, before), attributes);
}

/** `urn:…:department` is an attribute of an extension that the resource has; anything else is an attribute of its own. */
function withValue(
  attributes: Readonly<Record<string, Json>>,
  path: string,
  value: Json | undefined,
): Readonly<Record<string, Json>> {
  const urn = Object.keys(attributes).find((name) => path.startsWith(`${name}:`));
  const extension = urn === undefined ? undefined : attributes[urn];
  if (urn === undefined || extension === undefined || !isJsonObject(extension))
    return replaced(attributes, path, value);
  return { ...attributes, [urn]: replaced(extension, path.slice(urn.length + 1), value) };
}

function replaced(
  object: Readonly<Record<string, Json>>,
  name: string,
  value: Json | undefined,
): Readonly<Record<string, Json>> {
  const { [name]: _now, ...others } = object;
  return value === undefined ? others : { ...others, [name]: value };
}

function isAttributeChange(value: unknown): value is AttributeChange {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}
