import type { Message, MessageItem } from './message';

/** Plain text, and HTML that says the same without pictures, scripts or anything to fetch. */
export function mailBody(message: Message): { readonly text: string; readonly html: string } {
  return { text: plainText(message), html: html(message) };
}

function plainText({ items, more, why, settings }: Message): string {
  const parts = items.map(({ title, text, todo, happened, link }) =>
    [title, '', text, todo, '', `${link.label}: ${link.url}`, ...(happened === undefined ? [] : [happened])].join('\n'),
  );
  const foot = [why, `${settings.label}: ${settings.url}`].join('\n');
  return `${[...parts, ...(more === undefined ? [] : [more]), `-- \n${foot}`].join('\n\n')}\n`;
}

function html({ items, more, why, settings }: Message): string {
  const rest = more === undefined ? '' : `<p>${escaped(more)}</p>`;
  return `<!doctype html>
<html><body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:15px;line-height:1.5">
<div style="max-width:560px">
${items.map(itemHtml).join('\n<hr style="border:0;border-top:1px solid #ccc;margin:24px 0">\n')}
${rest}<p style="margin-top:32px;font-size:13px;opacity:.7">${escaped(why)}<br><a href="${escaped(settings.url)}">${escaped(settings.label)}</a></p>
</div>
</body></html>
`;
}

function itemHtml({ title, text, todo, happened, link }: MessageItem): string {
  const when = happened === undefined ? '' : `<p style="font-size:13px;opacity:.7">${escaped(happened)}</p>`;
  return `<h2 style="font-size:18px;margin:0 0 8px">${escaped(title)}</h2>
<p>${escaped(text)}</p><p>${escaped(todo)}</p>
<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>${when}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
