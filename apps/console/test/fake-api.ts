/** What a route answers: any JSON, or a status with it. */
export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Handler = (call: FakeCall, parameters: readonly string[]) => FakeAnswer;

export function ok(body: unknown): FakeAnswer {
  return { status: 200, body };
}

export function refused(status: number, code: string, fields?: Record<string, string>): FakeAnswer {
  return { status, body: { code, message: code, requestId: 'req-42', ...(fields === undefined ? {} : { fields }) } };
}

/** The console's API as a table of routes (`GET /users/:id`); a later route for the same call wins. What has none is not found. */
export class FakeApi {
  readonly calls: FakeCall[] = [];
  private readonly routes: { readonly method: string; readonly pattern: RegExp; readonly handler: Handler }[] = [];

  on(route: string, handler: Handler | FakeAnswer): this {
    const [method = 'GET', path = '/'] = route.split(' ');
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)')}$`);
    this.routes.unshift({ method, pattern, handler: typeof handler === 'function' ? handler : () => handler });
    return this;
  }

  answer(call: FakeCall): FakeAnswer {
    this.calls.push(call);
    for (const { method, pattern, handler } of this.routes) {
      const match = method === call.method ? pattern.exec(call.path) : null;
      if (match !== null) return handler(call, match.slice(1).map(decodeURIComponent));
    }
    return refused(404, 'notFound');
  }

  calledWith(route: string): readonly FakeCall[] {
    return this.calls.filter((call) => `${call.method} ${call.path}` === route);
  }
}
