import type { OrganisationScale } from './organisation-scale';
import { stormReach, TRIP_ID } from './plant-directory';

/** What people and the brake left behind: team, deeds, one open trip with everybody whom the storm hit, and those that were decided. */
export function plantConsole(scale: OrganisationScale): readonly string[] {
  return [...TEAM, deeds(scale), ...trips(scale), ...effects(scale), PROGRESS];
}

const TEAM = [
  `insert into member (tenant_id, id, name, email, email_key, password_hash, role)
     select tenant_id, pg_temp.id_at('2023-01-11T08:00:00Z', '0ff', n), pg_temp.full_name(n), 'member' || n || '@acme.example', 'member' || n || '@acme.example',
            'none', (array['admin','support','auditor'])[1 + n % 3] from tenant, generate_series(1, 40) n`,
  `insert into member_session (tenant_id, id, member_id, digest, expires_at)
     select m.tenant_id, gen_random_uuid(), m.id, sha256((m.id::text || n)::bytea), now() + interval '8 hours'
       from member m, generate_series(1, 3) n where m.password_hash = 'none'`,
  `insert into invitation (tenant_id, id, email, email_key, role, digest, invited_by, invited_by_id, expires_at)
     select tenant_id, gen_random_uuid(), 'invited' || n || '@acme.example', 'invited' || n || '@acme.example', 'support', sha256(('i' || n)::bytea),
            'Bench', pg_temp.id_at('2023-01-11T08:00:00Z', '0ff', 1), now() + interval '3 days' from tenant, generate_series(1, 6) n`,
];

/** Two years of it. Signing in is most of it, an export is rare. */
const deeds = ({ deeds: amount, people }: OrganisationScale): string => `
  insert into activity (tenant_id, at, actor_type, actor_id, actor_name, actor_role, action, object_type, object_id, object_name, result, address, details)
     select t.tenant_id, now() - (${amount} - n) * interval '730 days' / ${amount}, 'member', pg_temp.id_at('2023-01-11T08:00:00Z', '0ff', who),
            pg_temp.full_name(who), 'admin', action, object_type,
            case object_type when 'request' then pg_temp.id_at(now(), '0ee', n) when 'user' then pg_temp.person(1 + n % ${people})
                 when 'integration' then pg_temp.integration(1 + (n % 3)::integer) end,
            case object_type when 'request' then 'GET /Users/' || n when 'user' then pg_temp.full_name(1 + n % ${people})
                 when 'integration' then 'Entra head office' end,
            case when action in ('member.signInFailed', 'access.refused') then 'failure' else 'success' end, '198.51.100.' || n % 250,
            case when action = 'directory.exported' then '{"rows": 100}' else '{}' end::jsonb
       from (select tenant_id from tenant) t, generate_series(1, ${amount}) n,
            lateral (select 1 + pg_temp.skewed(n, 41, 40) as who, pg_temp.chance(n, 43, 100000) as what) v,
            lateral (select case when what < 60000 then 'member.signedIn' when what < 75000 then 'member.signedOut' when what < 93000 then 'request.revealed'
                       when what < 96000 then 'member.signInFailed' when what < 98000 then 'access.refused' when what < 99990 then 'user.restored'
                       when what < 99999 then 'token.rotated' else 'directory.exported' end as action) w,
            lateral (select case when action = 'request.revealed' then 'request' when action = 'user.restored' then 'user'
                       when action = 'token.rotated' then 'integration' end as object_type) x`;

function trips({ closedTrips, storm, people }: OrganisationScale): string[] {
  return [
    `insert into brake_trip (tenant_id, integration_id, id, opened_at, effect, window_minutes, counted, limit_people, population, first_at, last_at,
                             people, people_total, closed_at, closed_by)
     select tenant_id, pg_temp.integration(1), ${TRIP_ID('n')}, at, 'deactivated', 60, 300, 200, ${people}, at - interval '10 minutes', at,
            case n when 0 then '{"deactivated": ${storm.turnedOff}, "deleted": ${storm.deleted}}' else '{"deactivated": 300}' end::jsonb,
            case n when 0 then ${storm.turnedOff + storm.deleted} else 300 end, case when n > 0 then at + interval '1 hour' end, case when n > 0 then 'Bench' end
       from tenant, generate_series(0, ${closedTrips}) n, lateral (select now() - interval '25 minutes' - n * interval '2 days' as at) v`,
  ];
}

const EFFECT_COLUMNS =
  'tenant_id, integration_id, event_id, person_id, effect, resource_id, xid, at, request_id, trip_id, settled';
const ON_PERSON = (no: string, effect: string): string =>
  `pg_temp.person(${no}), '${effect}', pg_temp.person(${no}), '3'::xid8`;

/** Numbers of events that no planted event has. */
const EVENT_NO = 1_000_000_000;

function effects(scale: OrganisationScale): string[] {
  const { storm, removals, closedTrips, people } = scale;
  const own = 't.tenant_id, pg_temp.integration(1)';
  return [
    `insert into brake_effect (${EFFECT_COLUMNS})
     select ${own}, ${EVENT_NO} + n, ${ON_PERSON('n', 'deactivated')}, now() - interval '30 minutes' + n * interval '20 milliseconds', gen_random_uuid(), ${TRIP_ID('0')}, null
       from (select tenant_id from tenant) t, generate_series(1, ${stormReach(scale)}) n where n % 20 between 1 and 15`,
    `insert into brake_effect (${EFFECT_COLUMNS})
     select ${own}, ${EVENT_NO} + n, ${ON_PERSON('n', 'deleted')}, now() - interval '28 minutes', gen_random_uuid(), ${TRIP_ID('0')}, null
       from (select tenant_id from tenant) t, generate_series(1000001, ${1_000_000 + storm.deleted}) n`,
    `insert into brake_effect (${EFFECT_COLUMNS})
     select ${own}, ${EVENT_NO} + 10000000 + n * 1000 + k, ${ON_PERSON(`20 * (1 + (n * 300 + k) % ${Math.max(1, people / 20 - 1)})`, 'deactivated')},
            now() - interval '30 minutes' - n * interval '2 days', gen_random_uuid(), ${TRIP_ID('n')}, case when k % 3 = 0 then 'released' else 'restored' end
       from (select tenant_id from tenant) t, generate_series(1, ${closedTrips}) n, generate_series(1, 300) k`,
    `insert into brake_effect (${EFFECT_COLUMNS})
     select ${own}, ${EVENT_NO} + 20000000 + n, ${ON_PERSON(`20 * (1 + n % ${Math.max(1, people / 20 - 1)})`, 'removed')},
            now() - n * interval '89 days' / ${removals}, gen_random_uuid(), null, null from (select tenant_id from tenant) t, generate_series(1, ${removals}) n`,
  ];
}

/** Everything planted has been looked at: the server goes on from here. */
const PROGRESS = `insert into brake_progress (tenant_id, integration_id, anchor)
     select tenant_id, id, pg_current_xact_id() from integration on conflict on constraint brake_progress_pkey do update set anchor = excluded.anchor`;
