import type { SourceAttributes, SourceUser } from '../source/source-directory';
import { targetPath, type Target, type TargetValue } from './target';

/** Which source attribute an admin mapped to externalId: Entra's default, or what device compliance needs (entra 12). */
export type ExternalIdSource = 'mailNickname' | 'objectId';

export interface UserMapping {
  readonly target: Target;
  readonly path: string;
  /** The value to write; undefined where the source has none, which writes nothing (entra 7, row 19). */
  readonly valueOf: (user: SourceUser) => TargetValue | undefined;
}

/** Values by target path. */
export type MappedValues = ReadonlyMap<string, TargetValue>;

export const MANAGER_TARGET: Target = { kind: 'enterprise', name: 'manager' };
export const MANAGER_PATH = targetPath(MANAGER_TARGET);

/** The default user mappings of a non-gallery application, `manager` excepted: it is a reference (entra 12). */
export function userMappings(externalId: ExternalIdSource): readonly UserMapping[] {
  return [
    { path: 'externalId', target: plain('externalId'), valueOf: (user) => externalIdOf(user, externalId) },
    mapping(plain('userName'), 'userPrincipalName'),
    { path: 'active', target: plain('active'), valueOf: (user) => user.standing === 'enabled' },
    mapping(plain('displayName'), 'displayName'),
    mapping(plain('title'), 'jobTitle'),
    mapping(plain('preferredLanguage'), 'preferredLanguage'),
    mapping(typed('emails', 'work', 'value'), 'mail'),
    mapping(name('givenName'), 'givenName'),
    mapping(name('familyName'), 'surname'),
    { path: 'name.formatted', target: name('formatted'), valueOf: fullName },
    mapping(workAddress('formatted'), 'physicalDeliveryOfficeName'),
    mapping(workAddress('streetAddress'), 'streetAddress'),
    mapping(workAddress('locality'), 'city'),
    mapping(workAddress('region'), 'state'),
    mapping(workAddress('postalCode'), 'postalCode'),
    mapping(workAddress('country'), 'country'),
    mapping(typed('phoneNumbers', 'work', 'value'), 'telephoneNumber'),
    mapping(typed('phoneNumbers', 'mobile', 'value'), 'mobile'),
    mapping(typed('phoneNumbers', 'fax', 'value'), 'facsimileTelephoneNumber'),
    mapping({ kind: 'enterprise', name: 'employeeNumber' }, 'employeeId'),
    mapping({ kind: 'enterprise', name: 'department' }, 'department'),
  ];
}

/** What the target should hold for this person, manager excepted. */
export function mapUser(user: SourceUser, mappings: readonly UserMapping[]): MappedValues {
  const values = new Map<string, TargetValue>();
  for (const { path, valueOf } of mappings) {
    const value = valueOf(user);
    if (value !== undefined && value !== '') values.set(path, value);
  }
  return values;
}

function mapping(target: Target, source: keyof SourceAttributes): UserMapping {
  return { target, path: targetPath(target), valueOf: (user) => user.attributes[source] };
}

function plain(attribute: string): Target {
  return { kind: 'plain', name: attribute };
}

function name(part: string): Target {
  return { kind: 'part', name: 'name', part };
}

function typed(list: string, type: string, part: string): Target {
  return { kind: 'typed', list, type, part };
}

function workAddress(part: string): Target {
  return typed('addresses', 'work', part);
}

function externalIdOf(user: SourceUser, source: ExternalIdSource): string | undefined {
  return source === 'objectId' ? user.objectId : user.attributes.mailNickname;
}

/** `Join(" ", [givenName], [surname])`: both parts, joined even when one of them is empty. */
function fullName(user: SourceUser): string | undefined {
  const { givenName, surname } = user.attributes;
  return givenName === undefined && surname === undefined ? undefined : `${givenName ?? ''} ${surname ?? ''}`;
}
