import { visibleText } from './visible-text';

describe('SEC-31: text from outside', () => {
  it('shows what turns it around, or cannot be seen', () => {
    expect(visibleText('Ana\u202Eamil\u2066 \u0000')).toBe('Ana⟨U+202E⟩amil⟨U+2066⟩ ⟨U+0000⟩');
  });

  it('stays as it is otherwise, whatever its script', () => {
    const text = 'Zoë Ümit 李娜 عبد\n\tO’Hara 👩‍💻'.replaceAll('\u200d', '');
    expect(visibleText(text)).toBe(text);
  });
});
