import { complex, reference, simple } from './attribute';
import type { Attribute } from './definitions';

const readOnly = { mutability: 'readOnly' } as const;

/**
 * The attributes of every resource, whatever its schema says about them (RFC 7643 §3.1). URNs in `schemas` compare without regard
 * to case (RFC 7644 §3.10).
 */
export const COMMON_ATTRIBUTES: readonly Attribute[] = [
  reference('schemas', 'The schemas that the resource is made of.', ['uri'], {
    multiValued: true,
    required: true,
    caseExact: false,
    returned: 'always',
  }),
  simple('id', 'The identifier that this service gave the resource; never reused.', {
    ...readOnly,
    caseExact: true,
    returned: 'always',
    uniqueness: 'server',
  }),
  simple('externalId', 'The identifier that the provisioning client gave the resource.', { caseExact: true }),
  complex(
    'meta',
    'What this service knows about the resource itself.',
    [
      simple('resourceType', 'The name of the resource type.', { ...readOnly, caseExact: true }),
      simple('created', 'When the resource was created.', { ...readOnly, type: 'dateTime' }),
      simple('lastModified', 'When the resource last changed.', { ...readOnly, type: 'dateTime' }),
      reference('location', 'The permanent URL of the resource.', ['uri'], readOnly),
      simple('version', 'The version of the resource, equal to its ETag.', { ...readOnly, caseExact: true }),
    ],
    readOnly,
  ),
];
