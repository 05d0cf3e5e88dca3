import type { ActivityAction, ActivityEntry, ActorType } from '@rollcall/admin-contracts';
import type { ActivityEntity } from './activity.entity';

export function activityEntry(row: ActivityEntity): ActivityEntry {
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    actor: {
      type: row.actorType as ActorType,
      name: row.actorName,
      ...(row.actorId === null ? {} : { id: row.actorId }),
    },
    action: row.action as ActivityAction,
    ...objectOf(row),
    result: row.result === 'failure' ? 'failure' : 'success',
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.requestId === null ? {} : { requestId: row.requestId }),
    details: { ...row.details },
  };
}

function objectOf(row: ActivityEntity): Pick<ActivityEntry, 'object'> {
  if (row.objectType === null || row.objectId === null) return {};
  const name = row.objectName === null ? {} : { name: row.objectName };
  return { object: { type: row.objectType, id: row.objectId, ...name } };
}
