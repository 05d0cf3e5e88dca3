import { ERR, type Answer, type Body } from '../../testing/scim-connection';

export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** RFC 7644 §3.12: the error's body and media type, whatever the error. */
export function expectScimError(answer: Answer, status: number, scimType?: string): void {
  expect({ status: answer.status, body: answer.body as unknown }).toEqual({
    status,
    body: {
      schemas: [ERR],
      status: String(status),
      detail: expect.stringMatching(/\S/),
      ...(scimType ? { scimType } : {}),
    },
  });
  expect(answer.headers.get('content-type')).toBe(SCIM_MEDIA_TYPE);
}

/** Below the service's root, which a location or a reference begins with. */
export function pathOf(location: string | null): string {
  const { pathname } = new URL(location ?? '');
  return pathname.slice(pathname.indexOf('/scim') + '/scim'.length);
}

/** The ids of a list's resources, in its order. */
export function idsIn(body: Body): string[] {
  return (body.Resources as { id: string }[]).map(({ id }) => id);
}

/** One attribute of a list's resources, in their order. */
export function namesIn(body: Body, attribute = 'userName'): unknown[] {
  return (body.Resources as Record<string, unknown>[]).map((resource) => resource[attribute]);
}
