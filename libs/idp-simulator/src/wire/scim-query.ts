/** How Entra was seen to encode a filter: `+` and `%22`, `%20` and `%22`, or `+` with raw quotes and brackets (entra 5). */
export type FilterEncoding = 'plus' | 'percent' | 'raw';

/** `attribute eq "value"`, with JSON escapes inside the quotes (RFC 7644 §3.4.2.2). */
export function equals(attribute: string, value: string): string {
  return `${attribute} eq ${JSON.stringify(value)}`;
}

/** The text of a query parameter's value. */
export function encodeFilter(filter: string, encoding: FilterEncoding): string {
  const percent = encodeURIComponent(filter);
  switch (encoding) {
    case 'percent':
      return percent;
    case 'plus':
      return percent.replaceAll('%20', '+');
    case 'raw':
      return percent.replaceAll('%20', '+').replaceAll('%22', '"').replaceAll('%5B', '[').replaceAll('%5D', ']');
  }
}

/** A resource's path; an id is opaque, so it is encoded. */
export function resourcePath(endpoint: '/Users' | '/Groups', id: string, query = ''): string {
  return `${endpoint}/${encodeURIComponent(id)}${query}`;
}
