/** What the floor answers: a status, and a body that is text already. */
export interface FloorAnswer {
  readonly status: number;
  readonly body?: string;
}

export const NO_CONTENT: FloorAnswer = { status: 204 };

export const NOT_FOUND: FloorAnswer = {
  status: 404,
  body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404"}',
};

export const UNAUTHORIZED: FloorAnswer = {
  status: 401,
  body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"401"}',
};

/** `resources` is the text of the list's items, without brackets. */
export function listAnswer(total: number, size: number, resources: string): FloorAnswer {
  const head = '{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"]';
  return { status: 200, body: `${head},"totalResults":${total},"itemsPerPage":${size},"Resources":[${resources}]}` };
}
