import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Writes a file such as ROLLCALL_SCHEMAS names, to a folder of its own, and gives its path. */
export function schemaFile(document: unknown): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-schemas-'));
  const file = path.join(folder, 'schemas.json');
  fs.writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
}
