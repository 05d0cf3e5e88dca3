import type { Language } from '@rollcall/admin-contracts';
import { pathOf, type Told } from '../told';
import { momentIn, wordsOf, type Sentences } from '../words/words';

/** More would bury what matters; the console has them all. */
const ITEMS_MAX = 20;

export interface MessageItem extends Sentences {
  readonly happened?: string;
  readonly link: { readonly label: string; readonly url: string };
}

/** A message without the form that mail, Slack or Teams give it. */
export interface Message {
  readonly subject: string;
  readonly items: readonly MessageItem[];
  /** "and 7 more" */
  readonly more?: string;
  readonly why: string;
  readonly settings: { readonly label: string; readonly url: string };
}

export interface MessageContext {
  readonly language: Language;
  readonly organisation: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly to: 'person' | 'channel';
}

/** One message about one or several things. */
export function messageOf(told: readonly Told[], context: MessageContext): Message {
  const words = wordsOf(context.language);
  const items = told.slice(0, ITEMS_MAX).map((one) => itemOf(one, context));
  const [first] = items;
  return {
    subject: items.length === 1 && first !== undefined ? first.title : words.several(told.length),
    items,
    ...(told.length > ITEMS_MAX ? { more: words.more(told.length - ITEMS_MAX) } : {}),
    ...footOf(context),
  };
}

export function testMessage(context: MessageContext): Message {
  const words = wordsOf(context.language);
  const link = { label: words.open, url: `${context.publicUrl}/notifications` };
  return { subject: words.test.title, items: [{ ...words.test, link }], ...footOf(context) };
}

function itemOf(told: Told, { language, publicUrl }: MessageContext): MessageItem {
  const words = wordsOf(language);
  const moment = momentIn(language);
  return {
    ...words.events[told.event](told.integrationName, told.facts, moment),
    happened: words.happened(moment(told.at.toISOString())),
    link: { label: words.open, url: publicUrl + pathOf(told) },
  };
}

function footOf({ language, organisation, publicUrl, to }: MessageContext): Pick<Message, 'why' | 'settings'> {
  const words = wordsOf(language);
  return {
    why: to === 'person' ? words.whyPerson(organisation) : words.whyChannel(organisation),
    settings: { label: words.settings, url: publicUrl + (to === 'person' ? '/account' : '/notifications') },
  };
}
