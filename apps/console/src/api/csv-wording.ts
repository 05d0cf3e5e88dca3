/** A column of the file that a person gets, made from one of the server's. */
export interface CsvColumn<From extends string = string> {
  readonly title: string;
  readonly from: From;
  /** What a value says in the reader's words; without it, the value stays as it came. */
  readonly word?: (value: string) => string;
}

/** Makes a person's file of the server's, piece by piece as it arrives. */
export interface CsvWording {
  readonly push: (text: string) => string;
  /** What is left when nothing more comes. */
  readonly end: () => string;
}

/** Tells a spreadsheet that the text is UTF-8. */
const UTF8_MARK = '\uFEFF';
const QUOTE = 34;
const LINE_FEED = 10;

/**
 * Titles and values in the reader's words; everything else, also the apostrophe before what a spreadsheet would run, stays as the server wrote
 * it (RFC 4180). A column that the server does not send is left out.
 */
export function csvWording(columns: readonly CsvColumn[]): CsvWording {
  let rest = '';
  let scanned = 0;
  let isQuoted = false;
  let cells: readonly Cell[] | undefined;

  const line = (text: string): string => {
    const fields = fieldsOf(text);
    if (cells !== undefined) return lineOf(cells.map((cell) => cell(fields)));
    const names = fields.map(valueOf);
    const known = columns.filter(({ from }) => names.includes(from));
    cells = known.map((column) => cellOf(column, names.indexOf(column.from)));
    return UTF8_MARK + lineOf(known.map(({ title }) => fieldOf(title)));
  };

  const push = (text: string): string => {
    rest += text;
    let said = '';
    let start = 0;
    for (; scanned < rest.length; scanned += 1) {
      const code = rest.charCodeAt(scanned);
      if (code === QUOTE) isQuoted = !isQuoted;
      if (code !== LINE_FEED || isQuoted) continue;
      said += line(rest.slice(start, scanned).replace(/\r$/, ''));
      start = scanned + 1;
    }
    rest = rest.slice(start);
    scanned = rest.length;
    return said;
  };

  return { push, end: () => (rest === '' ? '' : line(rest)) };
}

type Cell = (fields: readonly string[]) => string;

function cellOf({ word }: CsvColumn, index: number): Cell {
  if (word === undefined) return (fields) => fields[index] ?? '';
  return (fields) => {
    const field = fields[index] ?? '';
    const value = valueOf(field);
    return value === '' ? '' : fieldOf(word(value));
  };
}

/** Fields as they are written, with their quotes. */
function fieldsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',');
  return Array.from(`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g), ([, field = '']) => field);
}

function valueOf(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

function fieldOf(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function lineOf(fields: readonly string[]): string {
  return `${fields.join(',')}\r\n`;
}
