/** Marks that turn the direction of text around, and other controls that show nothing themselves. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text from outside with what cannot be seen in it shown as its code, so that nothing reads otherwise than it is (SEC-31). */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
