/** As people typed it, without blanks around it and with one form for each letter. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim();
}

/** Names with the same key are the same name (A04): blanks around and letter case do not count. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase();
}
