/**
 * Whether a header stands in a request more than once. Node keeps the first line of these and drops the others, so two parties that read one
 * request may see two different values (SEC-04, SEC-20). `name` is in lower case; `rawHeaders` are names and values in turn.
 */
export function isRepeated(rawHeaders: readonly string[], name: string): boolean {
  let lines = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] ?? '';
    if (given.length === name.length && given.toLowerCase() === name) lines += 1;
  }
  return lines > 1;
}
