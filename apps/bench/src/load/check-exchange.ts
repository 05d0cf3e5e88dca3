import type { Exchange } from './request';

const SHOWN_MAX = 300;

/** What is wrong with an answer in one line; undefined when it is right. */
export function checkExchange({ request, answer }: Exchange): string | undefined {
  const line = `${request.method} ${request.path}`;
  if (answer instanceof Error) return `${line}: ${answer.message}`;
  const text = answer.body.toString('utf8');
  if (answer.status !== request.status) {
    return `${line}: ${answer.status} instead of ${request.status}: ${text.slice(0, SHOWN_MAX)}`;
  }
  const fault = request.check?.(parse(text));
  return fault === undefined ? undefined : `${line}: ${fault}: ${text.slice(0, SHOWN_MAX)}`;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
