import { CONSOLE_ERROR_CODES, type ConsoleErrorBody, type ConsoleErrorCode } from '@rollcall/admin-contracts';

/** What the console's API refused and why; `status` 0 when no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ConsoleErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly requestId?: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Something between us and the server (a proxy's page, say) may answer in any shape; it is then `unavailable` or `internal`. */
export function apiErrorFrom(status: number, body: unknown): ApiError {
  if (isErrorBody(body)) return new ApiError(status, body.code, body.message, body.fields, body.requestId);
  return new ApiError(status, status >= 502 && status <= 504 ? 'unavailable' : 'internal', `HTTP ${String(status)}`);
}

function isErrorBody(body: unknown): body is ConsoleErrorBody {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return false;
  return typeof body.message === 'string' && CONSOLE_ERROR_CODES.some((code) => code === body.code);
}
