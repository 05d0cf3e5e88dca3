import type { AttributeStep, ChangeSentence, ChangeView } from '@rollcall/admin-contracts';
import type { TFunction } from 'i18next';

/** A change in the reader's language; in English as it came for a code of a newer server. */
export function sayChange({ sentence, summary }: Pick<ChangeView, 'sentence' | 'summary'>, t: TFunction): string {
  switch (sentence?.code) {
    case 'created':
    case 'deleted':
    case 'revived':
    case 'restored':
      return t(`changes.codes.${sentence.code}.${sentence.type === 'Group' ? 'group' : 'user'}`);
    case 'membersAdded':
    case 'membersRemoved':
      return t(`changes.codes.${sentence.code}`, { members: members(sentence, t) });
    case 'joined':
    case 'left':
    case 'groupDeleted':
      return t(`changes.codes.${sentence.code}`, { group: sentence.group ?? t('changes.goneGroup') });
    case 'updated':
      return update(sentence, t);
    default:
      return summary;
  }
}

function members({ count, names }: Extract<ChangeSentence, { readonly count: number }>, t: TFunction): string {
  if (names.length === 0) return t('changes.members', { count });
  const listed = names.join(', ');
  return count > names.length ? t('changes.namesAndMore', { names: listed, more: count - names.length }) : listed;
}

function update(sentence: Extract<ChangeSentence, { readonly code: 'updated' }>, t: TFunction): string {
  const { active, attributes, more } = sentence;
  const said = [
    ...(active === undefined ? [] : [active ? t('changes.turnedOn') : t('changes.turnedOff')]),
    ...attributes.map((step) => attribute(step, t)),
    ...(more > 0 ? [t('changes.moreAttributes', { count: more })] : []),
  ];
  return said.length === 0 ? t('changes.someAttributes') : said.join('; ');
}

function attribute({ name, kind, ...values }: AttributeStep, t: TFunction): string {
  const [before, after] = [quoted(values.before, t), quoted(values.after, t)];
  switch (kind) {
    case 'removed':
      return before === undefined ? t('changes.removed', { name }) : t('changes.removedWas', { name, before });
    case 'set':
      return after === undefined ? t('changes.set', { name }) : t('changes.setTo', { name, after });
    case 'changed':
      if (before === undefined || after === undefined) return t('changes.changed', { name });
      return t('changes.changedTo', { name, before, after });
  }
}

function quoted(value: AttributeStep['before'], t: TFunction): string | undefined {
  return typeof value === 'string' ? t('changes.quoted', { value }) : value?.toString();
}
