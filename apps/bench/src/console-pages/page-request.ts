/** What the console asks the server for when a person clicks there. */
export interface PageRequest {
  readonly page: string;
  readonly path: string;
  /** Of what is asked for with POST, above all files. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Pages that lie at one path and differ by their query. */
export function listed(path: string): (page: string, query?: Readonly<Record<string, string>>) => PageRequest {
  return (page, query = {}) => {
    const text = new URLSearchParams(query).toString();
    return { page, path: text === '' ? path : `${path}?${text}` };
  };
}
