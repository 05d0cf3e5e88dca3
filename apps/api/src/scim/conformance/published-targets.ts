import { E, type Body } from '../../testing/scim-connection';

/** The targets of mappings that Entra's gallery test makes of `/Schemas`, each with its attribute. */
export interface PublishedTarget {
  readonly path: string;
  readonly type: string;
  readonly mutability: string;
}

/**
 * Lists with canonical types become `attr[type eq "…"].sub`, those without `attr[primary eq "True"].sub`, single complex ones `attr.sub`,
 * and everything of the enterprise schema `{urn}:name`, complex or not.
 */
export function flattened(schema: Body): PublishedTarget[] {
  return (schema.attributes as Body[]).flatMap((attribute) =>
    schema.id === E ? [{ ...attribute, path: `${E}:${attribute.name}` }] : targetsOf(attribute),
  );
}

function targetsOf(attribute: Body): PublishedTarget[] {
  const { name, type, multiValued, subAttributes = [] } = attribute;
  if (name === 'manager' || name === 'members') return [{ ...attribute, path: name }];
  if (type !== 'complex') return type === 'reference' && multiValued ? [] : [{ ...attribute, path: name }];
  if (!multiValued) return subs(subAttributes, name);
  const types = subAttributes.find((sub: Body) => sub.name === 'type')?.canonicalValues as string[] | undefined;
  const chosen = subAttributes.filter((sub: Body) => sub.name !== 'type' && sub.name !== 'primary');
  if (types?.length) return types.flatMap((each) => subs(chosen, `${name}[type eq "${each}"]`));
  return subs(chosen, `${name}[primary eq "True"]`);
}

const subs = (attributes: Body[], prefix: string): PublishedTarget[] =>
  attributes
    .filter(({ type }) => type !== 'complex' && type !== 'reference')
    .map((attribute) => ({ ...attribute, path: `${prefix}.${attribute.name}` }));

/** What a new job maps (the 22 of a non-gallery app, and those of groups). */
export const DEFAULT_USER_TARGETS: readonly string[] = [
  'userName',
  'active',
  'displayName',
  'title',
  'emails[type eq "work"].value',
  'preferredLanguage',
  'name.givenName',
  'name.familyName',
  'name.formatted',
  'addresses[type eq "work"].formatted',
  'addresses[type eq "work"].streetAddress',
  'addresses[type eq "work"].locality',
  'addresses[type eq "work"].region',
  'addresses[type eq "work"].postalCode',
  'addresses[type eq "work"].country',
  'phoneNumbers[type eq "work"].value',
  'phoneNumbers[type eq "mobile"].value',
  'phoneNumbers[type eq "fax"].value',
  'externalId',
  `${E}:employeeNumber`,
  `${E}:department`,
  `${E}:manager`,
];
