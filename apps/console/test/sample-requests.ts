import type { RequestSummary, RequestView } from '@rollcall/admin-contracts';
import { aRequest, aRequestView, minutesAgo } from './builders';
import { ok, refused, type FakeApi, type FakeCall } from './fake-api';
import { PAGE, REQUESTS, USER_NAME_TAKEN } from './sample-data';

/** Requests that keep coming: every few seconds one more. */
export function withSampleRequests(api: FakeApi): FakeApi {
  const requests: RequestSummary[] = [...REQUESTS];
  const find = (id: string | undefined) => requests.find((candidate) => candidate.id === id);
  return api
    .on('GET /requests', (call) => {
      const found = requests.filter((request) => wanted(call, request));
      const from = Number(call.query.get('cursor') ?? '0');
      const end = from + PAGE;
      return ok({
        items: found.slice(from, end),
        total: found.length,
        tail: 'now',
        ...(end < found.length ? { nextCursor: String(end) } : {}),
      });
    })
    .on('GET /requests/tail', (call) => {
      if (Math.random() < 0.3) requests.unshift(aRequest({ id: `n${String(requests.length)}`, at: minutesAgo(0) }));
      return ok({
        items: requests.slice(0, 20).filter((request) => wanted(call, request)),
        tail: 'now',
        hasMore: false,
      });
    })
    .on('GET /requests/:id', (_call, [id]) => {
      const request = find(id);
      return request === undefined ? refused(404, 'notFound') : ok(viewOf(request, request.outcome === 'refused'));
    })
    .on('POST /requests/:id/reveal', (_call, [id]) => {
      const request = find(id);
      return request === undefined ? refused(404, 'notFound') : ok(viewOf(request, false));
    })
    .on('GET /requests/:id/neighbours', (call, [id]) => {
      const list = requests.filter((request) => wanted(call, request));
      const at = list.findIndex((request) => request.id === id);
      return ok({ newer: list[at - 1]?.id, older: list[at + 1]?.id });
    });
}

function wanted(call: FakeCall, { outcome, method, summary }: RequestSummary): boolean {
  const result = call.query.get('result');
  const fits = result === null || result === outcome || (result === 'success' && outcome === 'done');
  const texts = ['search', 'person'].map((name) => call.query.get(name)?.toLowerCase() ?? '');
  const reads = texts.every((text) => summary.toLowerCase().includes(text));
  return fits && reads && (call.query.get('method') ?? method) === method;
}

function viewOf(request: RequestSummary, masked: boolean): RequestView {
  if (request.outcome === 'done') return aRequestView({ ...request });
  return aRequestView({ ...request, masked, message: messageOf(masked), trail: CONFLICT });
}

const CONFLICT: RequestView['trail'] = {
  recognisedAs: 'Microsoft Entra ID',
  notes: [],
  changes: [],
  error: {
    scimType: 'uniqueness',
    detail: USER_NAME_TAKEN,
    remedy: 'makeUnique',
  },
};

function messageOf(masked: boolean): RequestView['message'] {
  const hidden = (value: string) => (masked ? '••••' : value);
  return {
    headers: { 'content-type': 'application/scim+json', host: 'example-works.api.rollcall.test', accept: '*/*' },
    requestBody: JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'deniz.lima@example.com',
      title: hidden('Engineer'),
      phoneNumbers: [{ type: 'work', value: hidden('+49 30 5550123') }],
    }),
    responseBody: JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '409',
      scimType: 'uniqueness',
      detail: CONFLICT.error?.detail,
    }),
  };
}
