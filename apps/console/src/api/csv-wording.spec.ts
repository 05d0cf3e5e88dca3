import { csvWording, type CsvColumn } from './csv-wording';

const COLUMNS: readonly CsvColumn[] = [
  { title: 'Name, ganz', from: 'name' },
  { title: 'Status', from: 'active', word: (value) => (value === 'true' ? 'Aktiv' : 'Inaktiv, noch') },
  { title: 'Wert', from: 'active' },
  { title: 'Fehlt', from: 'unknown' },
];

const HEAD = '\uFEFF"Name, ganz",Status,Wert\r\n';

/** The same file in pieces of so many characters. */
function worded(file: string, size = file.length): string {
  const wording = csvWording(COLUMNS);
  let text = '';
  for (let at = 0; at < file.length; at += size) text += wording.push(file.slice(at, at + size));
  return text + wording.end();
}

describe('a CSV file in the reader’s words', () => {
  it('has titles and words of the reader; other values, and what the server guards from spreadsheets, stay as they came', () => {
    const file = `id,name,active\r\n1,Ana,true\r\n2,'=1+1,false\r\n3,,\r\n,"",true\r\n`;

    expect(worded(file)).toBe(`${HEAD}Ana,Aktiv,true\r\n'=1+1,"Inaktiv, noch",false\r\n,,\r\n"",Aktiv,true\r\n`);
  });

  it('keeps commas, quotes and line breaks inside a value, wherever the pieces are cut', () => {
    const file = `id,name,active\r\n1,"Ana ""A"",\r\nLima",true\r\n2,"x,""""",false\r\n`;
    const whole = `${HEAD}"Ana ""A"",\r\nLima",Aktiv,true\r\n"x,""""","Inaktiv, noch",false\r\n`;

    for (let size = 1; size <= file.length; size += 1) expect(worded(file, size)).toBe(whole);
  });

  it('tells a spreadsheet once that it is UTF-8, and takes a last line without an end', () => {
    expect(worded('name,active\r\nAna,true')).toBe(`${HEAD}Ana,Aktiv,true\r\n`);
    expect(worded('')).toBe('');
  });
});
