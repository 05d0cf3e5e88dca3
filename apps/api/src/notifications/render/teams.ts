import type { Message } from './message';

/** An Adaptive Card for the Workflows webhook of Teams, which takes nothing else. */
export function teamsBody({ subject, items, more, why, settings }: Message): object {
  const body = items.flatMap(({ title, text, todo, happened, link }, index) => [
    { ...textBlock(title), size: 'Medium', weight: 'Bolder', separator: index > 0 },
    textBlock(text),
    textBlock(todo),
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
    },
    ...(happened === undefined ? [] : [subtle(happened)]),
  ]);
  const rest = more === undefined ? [] : [textBlock(more)];
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: subject,
    body: [...body, ...rest, subtle(why)],
    actions: [{ type: 'Action.OpenUrl', title: settings.label, url: settings.url }],
    msteams: { width: 'Full' },
  };
  return {
    type: 'message',
    summary: subject,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }],
  };
}

function textBlock(text: string): object {
  return { type: 'TextBlock', text: escaped(text), wrap: true };
}

function subtle(text: string): object {
  return { ...textBlock(text), isSubtle: true, size: 'Small' };
}

/** Text blocks read a little Markdown; a name must not become a link or bold. */
function escaped(text: string): string {
  return text.replace(/[\\*_[\]<>`~]/g, (character) => `\\${character}`);
}
