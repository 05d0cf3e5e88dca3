import { HIDDEN_VALUE, type AttributeStep, type ChangeView, type UserView } from '@rollcall/admin-contracts';

/** Whether something about the person is hidden from the reader, or may be further back than what was sent. */
export function holdsHiddenValues({ masked, attributes, ignored, history }: UserView): boolean {
  if (!masked) return false;
  const texts = JSON.stringify([attributes, ignored, history.items]);
  return texts.includes(HIDDEN_VALUE) || history.nextCursor !== undefined || history.items.some(isToldInPart);
}

/** A value that is hidden, or has parts of its own that may be, is absent from the sentence. */
function isToldInPart({ kind, sentence }: ChangeView): boolean {
  if (sentence === undefined) return kind === 'updated';
  return sentence.code === 'updated' && (sentence.more > 0 || sentence.attributes.some(lacksValue));
}

function lacksValue({ kind, before, after }: AttributeStep): boolean {
  return (kind !== 'set' && before === undefined) || (kind !== 'removed' && after === undefined);
}
