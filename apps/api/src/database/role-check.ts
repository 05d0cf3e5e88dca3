import { StartupFault } from '../config/startup-fault';

type Query = (text: string) => Promise<{ name: string; rolsuper: boolean; rolbypassrls: boolean; owned: number }[]>;

const ROLE = `
  select r.rolname as name, r.rolsuper, r.rolbypassrls,
         (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where r.rolname = current_user`;

/** Refuses to serve under a role that row-level security does not hold (SEC-36). */
export async function requireServingRole(expected: string, query: Query): Promise<void> {
  const [role] = await query(ROLE);
  const safe = role?.name === expected && !role.rolsuper && !role.rolbypassrls && role.owned === 0;
  if (safe) return;
  throw new StartupFault(
    `The database role ${expected} must be an ordinary role (NOSUPERUSER, NOBYPASSRLS) that owns no table, and DATABASE_URL's user a member of it: see "Database" in docs/operate.md.`,
  );
}
