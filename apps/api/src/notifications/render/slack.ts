import type { Message } from './message';

const HEADER_MAX = 150;
const TEXT_MAX = 2_900;

/** Blocks of an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks); `text` is for notifications. */
export function slackBody({ subject, items, more, why, settings }: Message): object {
  const blocks = items.flatMap(({ title, text, todo, happened, link }) => [
    { type: 'header', text: { type: 'plain_text', text: cut(title, HEADER_MAX), emoji: false } },
    markdown([text, todo, linked(link), ...(happened === undefined ? [] : [`_${happened}_`])]),
  ]);
  const foot = [...(more === undefined ? [] : [more]), `${escaped(why)} ${linked(settings)}`].join('\n');
  return {
    text: escaped(subject),
    blocks: [...blocks, { type: 'context', elements: [{ type: 'mrkdwn', text: foot }] }],
  };
}

function markdown([first = '', second = '', ...rest]: readonly string[]): object {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: cut([escaped(first), escaped(second), ...rest].join('\n'), TEXT_MAX) },
  };
}

function linked({ label, url }: { readonly label: string; readonly url: string }): string {
  return `<${url}|${escaped(label)}>`;
}

/** The three characters that mean something to Slack; a name cannot mention a channel or make a link. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}
