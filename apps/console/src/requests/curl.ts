import type { RequestView } from '@rollcall/admin-contracts';

const WITH_BODY = ['POST', 'PUT', 'PATCH'];
const HEADERS_TOLD = ['accept', 'if-match', 'if-none-match', 'prefer'];

/** The same request for a shell; the token is left to the shell's own variable. A body that is not known whole comes from a file. */
export function curlOf(request: RequestView): string {
  const url = `${request.scimUrl}${request.path}${request.query === undefined ? '' : `?${request.query}`}`;
  const headers = Object.entries(request.message.headers ?? {}).filter(([name]) => HEADERS_TOLD.includes(name));
  const body = knownBody(request);
  return [
    `curl${/[[\]{}]/.test(url) ? ' --globoff' : ''} --request ${quoted(request.method)} ${quoted(url)}`,
    '--header "Authorization: Bearer $TOKEN"',
    ...headers.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(WITH_BODY.includes(request.method)
      ? [`--header ${quoted('content-type: application/scim+json')}`, dataOf(body)]
      : []),
  ].join(' \\\n  ');
}

export function needsBodyFile(request: RequestView): boolean {
  return WITH_BODY.includes(request.method) && knownBody(request) === undefined;
}

/** Undefined also for one that is masked or was cut: sending it would be another request. */
function knownBody({ masked, message }: RequestView): string | undefined {
  if (masked || message.requestBody === undefined) return undefined;
  try {
    JSON.parse(message.requestBody);
    return message.requestBody;
  } catch {
    return undefined;
  }
}

function dataOf(body: string | undefined): string {
  return body === undefined ? '--data @body.json' : `--data-raw ${quoted(body)}`;
}

/** In single quotes a POSIX shell reads nothing; one in the text ends them, stands escaped, and begins them anew. */
function quoted(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
