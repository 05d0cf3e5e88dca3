import { FAILED } from '../requests/request-outcome';

/** Recent requests that tell whether a connection works. */
const LOOKED_AT = 10;

/** What CONNECTION_JOINS find out, under the names of ConnectionFacts. */
export const CONNECTION_COLUMNS = `
  t.live::int as "liveTokens", t.ends as "lastTokenEnds", greatest(r.last_at, u.last_at) as "lastRequestAt",
         r.last_failed as "lastRequestFailed", r.requests::int as "recentRequests", r.failures::int as "recentFailures"`;

/** To be joined to `integration i`. A 503 is a pause or trouble of ours and says nothing about the connection. */
export const CONNECTION_JOINS = `
   cross join lateral (
     select count(*) as live, case when bool_or(expires_at is null) then null else max(expires_at) end as ends
       from token
      where tenant_id = i.tenant_id and integration_id = i.id and revoked_at is null and (expires_at is null or expires_at > now())
   ) t
   cross join lateral (
     select max(last_used_at) as last_at from token_use where tenant_id = i.tenant_id and integration_id = i.id
   ) u
   cross join lateral (
     select max(at) as last_at, (array_agg(failed order by at desc))[1] as last_failed,
            count(*) filter (where at > now() - interval '1 day') as requests,
            count(*) filter (where at > now() - interval '1 day' and failed) as failures
       from (
         select at, ${FAILED} as failed from scim_request
          where tenant_id = i.tenant_id and integration_id = i.id and status <> 503 order by at desc limit ${LOOKED_AT}
       ) newest
   ) r`;
