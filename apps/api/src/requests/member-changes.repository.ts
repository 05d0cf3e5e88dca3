import { Injectable } from '@nestjs/common';
import type { DecisionTrail } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import type { RequestDetailRow } from './requests.repository';

const NAMES_SHOWN = 10;

export type MemberChanges = Pick<DecisionTrail, 'membersAdded' | 'membersRemoved'>;

interface MemberRow {
  readonly kind: 'membersAdded' | 'membersRemoved';
  readonly id: string;
  readonly isGroup: boolean;
  readonly name: string;
}

/** $1 tenant, $2 integration, $3 group, $4 request: the first members whose joining or leaving the request caused, if they are still known. */
const NAMES = `
  select e.kind, member.id, g.id is not null as "isGroup", coalesce(u.display_name, g.display_name) as name
    from event e
   cross join lateral unnest(e.member_ids[1:${NAMES_SHOWN}]) member (id)
    left join scim_user u on u.tenant_id = e.tenant_id and u.integration_id = e.integration_id and u.id = member.id
    left join scim_group g on g.tenant_id = e.tenant_id and g.integration_id = e.integration_id and g.id = member.id
   where e.tenant_id = $1 and e.integration_id = $2 and e.resource_id = $3 and e.request_id = $4
     and e.kind in ('membersAdded', 'membersRemoved') and (u.id is not null or g.id is not null)
   order by e.id`;

/** Who joined and left a group by a request: the log has their number, the event their ids. */
@Injectable()
export class MemberChangesRepository {
  async of(em: EntityManager, tenantId: string, row: RequestDetailRow): Promise<MemberChanges> {
    const { membersAdded = 0, membersRemoved = 0 } = row.trail ?? {};
    if (membersAdded + membersRemoved === 0) return {};
    const members = await em.query<MemberRow[]>(NAMES, [tenantId, row.integrationId, row.resourceId, row.id]);
    const names = (kind: MemberRow['kind']) =>
      members
        .filter((member) => member.kind === kind)
        .slice(0, NAMES_SHOWN)
        .map(({ id, isGroup, name }) => ({ id, type: isGroup ? ('Group' as const) : ('User' as const), name }));
    return {
      ...(membersAdded === 0 ? {} : { membersAdded: { count: membersAdded, names: names('membersAdded') } }),
      ...(membersRemoved === 0 ? {} : { membersRemoved: { count: membersRemoved, names: names('membersRemoved') } }),
    };
  }
}
