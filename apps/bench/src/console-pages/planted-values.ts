/**
 * Functions of the session that plants: everything about the n-th person, group or request can be reckoned from n, so that each table is
 * one `insert ... select generate_series`. Ids are UUIDs of version 7, in the order of the numbers, as the server's own are in that of time.
 */
export const PLANTING_FUNCTIONS = `
  create function pg_temp.chance(n bigint, salt integer, size integer) returns integer language sql stable
    return (hashint8(n * 31 + salt) & 2147483647) % size;

  -- The first are met often and the last seldom, as names and departments are.
  create function pg_temp.skewed(n bigint, salt integer, size integer) returns integer language sql stable
    return pg_temp.chance(n, salt, size) * (1 + pg_temp.chance(n, salt + 1, size)) / size;

  create function pg_temp.given(n bigint) returns text language sql stable return (array[
    'Anna','Maria','Peter','Thomas','Ana','Michael','Sofia','Daniel','Laura','Paul','Mehmet','Eva','Lukas','Nina','Jan','Olga','Yuki','Omar',
    'Ines','Felix','Carla','Noah','Ruth','Ivan','Greta','Hugo','Leila','Mats','Zoe','Adam','Birgit','Cem','Dora','Emil','Farid','Gina',
    'Hana','Igor','Jana','Kofi','Lena','Milan','Nuno','Orla','Petra','Quentin','Rosa','Sven','Tara','Uwe','Vera','Wanda','Xaver','Yara',
    'Zdenka','Ásta','Björn','Çelik','Élodie','Łukasz'])[1 + pg_temp.skewed(n, 1, 60)];

  create function pg_temp.family(n bigint) returns text language sql stable return
    (array['Berg','Stein','Kal','Mor','Lind','Hol','Var','Sand','Rod','Fer','Wal','Tor','Bran','Cast','Dun','El','Fal','Gar','Har','Jor'])
      [1 + pg_temp.skewed(n, 3, 20)]
    || (array['er','man','son','dal','ova','ez','ini','ström','ić','eau','ner','ley','ton','ard','sky','tun','uru','mark','wein','hof'])
      [1 + pg_temp.chance(n, 5, 20)]
    || (array['','','',' Lima',' Okafor','-Graf',' da Silva','s',' Jr.',' Núñez'])[1 + pg_temp.skewed(n, 6, 10)];

  create function pg_temp.full_name(n bigint) returns text language sql stable return pg_temp.given(n) || ' ' || pg_temp.family(n);

  create function pg_temp.user_name(n bigint) returns text language sql stable return
    lower(pg_temp.given(n) || '.' || replace(pg_temp.family(n), ' ', '.') || '.' || n) || '@acme.example';

  create function pg_temp.email(n bigint) returns text language sql stable return case when n % 33 = 0 then null else
    lower(left(pg_temp.given(n), 1) || '.' || replace(pg_temp.family(n), ' ', '') || n) || '@'
    || (array['acme.example','mail.acme.example','acme-labs.example'])[1 + pg_temp.skewed(n, 8, 3)] end;

  create function pg_temp.department(n bigint) returns text language sql stable return case when n % 50 = 7 then null else
    (array['Sales','Engineering','Support','Finance','Production','Logistics','Legal','Marketing','People','Research'])
      [1 + pg_temp.skewed(n, 9, 10)] || ' ' || (array['North','South','East','West'])[1 + pg_temp.chance(n, 10, 4)] end;

  create function pg_temp.title(n bigint) returns text language sql stable return case when n % 25 = 3 then null else
    (array['Engineer','Manager','Analyst','Assistant','Director','Consultant','Technician','Clerk','Designer','Buyer'])
      [1 + pg_temp.skewed(n, 11, 10)] || ' ' || (1 + pg_temp.skewed(n, 13, 30)) end;

  -- Eight in ten came through the first integration, three in twenty through the second, the others through the third.
  create function pg_temp.integration_no(n bigint) returns integer language sql stable return
    case when n % 20 < 16 then 1 when n % 20 < 19 then 2 else 3 end;

  create function pg_temp.integration(no integer) returns uuid language sql stable return
    ('0185d000-0000-7000-8000-00000000000' || no)::uuid;

  create function pg_temp.id_at(at timestamptz, kind text, n bigint) returns uuid language sql stable return
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || kind || '8000' || lpad(to_hex(n), 12, '0'))::uuid;

  create function pg_temp.arrival(n bigint) returns timestamptz language sql stable return
    '2023-02-01T08:00:00Z'::timestamptz + n * interval '5 minutes';

  create function pg_temp.person(n bigint) returns uuid language sql stable return pg_temp.id_at(pg_temp.arrival(n), '0aa', n);

  create function pg_temp.team(n bigint) returns uuid language sql stable return
    pg_temp.id_at('2023-01-20T08:00:00Z'::timestamptz + n * interval '1 minute', '0bb', n);

  -- The k-th person of the integration of group g.
  create function pg_temp.colleague(g bigint, k bigint, people bigint) returns bigint language sql stable return
    20 * (1 + k % greatest(people / 20 - 1, 1)) + g % 20;

  create function pg_temp.is_off(n bigint, storm bigint) returns boolean language sql stable return
    pg_temp.chance(n, 17, 20) = 0 or n % 20 between 1 and 15 and n <= storm;

  -- Transactions in the order of time, all of them before any that the server can make.
  create function pg_temp.transaction_at(at timestamptz) returns xid8 language sql stable return
    (3 + (extract(epoch from at - '2023-01-01T00:00:00Z') / extract(epoch from now() - '2023-01-01T00:00:00Z') * 600)::bigint)::text::xid8;
`;

/** Ids that can be known without asking: the same reckoning as `pg_temp.integration`. */
export const INTEGRATION = '0185d000-0000-7000-8000-000000000001';
export const SMALL_INTEGRATION = '0185d000-0000-7000-8000-000000000003';
