import type { NotificationEvent, NotificationKind } from '@rollcall/admin-contracts';

const KINDS: Readonly<Record<NotificationEvent, NotificationKind>> = {
  'failing.began': 'failing',
  'failing.ended': 'failing',
  'quiet.began': 'quiet',
  'quiet.ended': 'quiet',
  'token.expiring': 'tokenExpiry',
  'token.expired': 'tokenExpiry',
  'token.old': 'tokenAge',
  'pause.endsSoon': 'pause',
  'pause.ended': 'pause',
  'pause.lasting': 'pause',
  'brake.tripped': 'brake',
  'brake.unanswered': 'brake',
};

/** What somebody chooses to be told of it. */
export function kindOf(event: NotificationEvent): NotificationKind {
  return KINDS[event];
}

/** An escalation reaches every Owner by e-mail, whatever they have chosen: what nobody wants to hear is what nobody answers. */
export function isForEveryOwner(event: NotificationEvent): boolean {
  return event === 'brake.unanswered';
}
