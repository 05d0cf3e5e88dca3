/** Where to go after signing in: a path of this console only, or a crafted link could lead to a foreign site. */
export function safeReturnPath(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return undefined;
  if (wanted === '/' || wanted.startsWith('/sign-in') || wanted.startsWith('/setup')) return undefined;
  return wanted;
}
