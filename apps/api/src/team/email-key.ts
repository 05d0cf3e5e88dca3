/** What makes two spellings of an address one account. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
