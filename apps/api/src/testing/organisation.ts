import type { GeneratedToken, Provider, Role } from '@rollcall/admin-contracts';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { MembersRepository } from '../team/members.repository';
import { PasswordHasher } from '../team/password-hasher';
import { SetupService } from '../team/setup.service';
import { TokenUseRecorder } from '../tokens/token-use-recorder';
import { ConsoleBrowser } from './console-browser';
import { ScimConnection } from './scim-connection';
import { startTestServer, type TestServer } from './test-server';

const DEADLOCK = '40P01';

export const PASSWORD = 'seven quiet otters at dawn';

/** A server with one organisation and its Owner signed in. */
export interface TestOrganisation extends TestServer {
  readonly tenantId: string;
  readonly owner: ConsoleBrowser;
  /** A further member, signed in. */
  member(role: Role): Promise<ConsoleBrowser>;
  /** A browser nobody has signed in with. */
  stranger(): ConsoleBrowser;
  connect(name?: string, provider?: Provider): Promise<GeneratedToken>;
  /** A SCIM client that holds this token. */
  scim(generated: GeneratedToken): ScimConnection;
  /** Uses of tokens seen so far are in their table when this resolves. */
  tokenUseWritten(): Promise<void>;
  /** The organisation as it was when it was set up: no integrations, nothing pushed, nothing logged. */
  startAfresh(): Promise<void>;
  /** Runs a statement as the tables' owner. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export async function givenOrganisation(variables: Readonly<Record<string, string>> = {}): Promise<TestOrganisation> {
  const server = await startTestServer(variables);
  const owner = new ConsoleBrowser(server.url);
  const tenantId = await setUp(server, owner);
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  return {
    ...server,
    tenantId,
    owner,
    member: (role) => memberOf(server, tenantId, role),
    stranger: () => new ConsoleBrowser(server.url),
    connect: async (name = 'Entra ID', provider = 'entra') =>
      (await owner.post<GeneratedToken>('/integrations', { name, provider })).body,
    scim: ({ integrationId, tokenId, token }) =>
      new ScimConnection(server, { tenantId, integrationId, tokenId, token, baseUrl: `${server.url}/api/v1/scim` }),
    tokenUseWritten: () => server.app.get(TokenUseRecorder, { strict: false }).flush(),
    startAfresh: () => truncate(pool),
    sql: async (text, values = []) => (await pool.query(text, [...values])).rows,
    stop: async () => {
      await pool.end();
      await server.stop();
    },
  };
}

/** The server's own background work may hold one of the tables and want the next: then PostgreSQL picks one of us, and we try again. */
async function truncate(pool: pg.Pool): Promise<void> {
  try {
    await pool.query(
      'truncate integration, scim_user, scim_group, group_member, event, resource_count, scim_request, activity cascade',
    );
  } catch (error) {
    if ((error as { code?: string }).code !== DEADLOCK) throw error;
    await truncate(pool);
  }
}

async function setUp(server: TestServer, owner: ConsoleBrowser): Promise<string> {
  const link = await server.app.get(SetupService, { strict: false }).issueSetupLink();
  const setupToken = new URL(link ?? '').searchParams.get('token') ?? '';
  const answer = await owner.setUp({
    setupToken,
    tenantName: 'Acme',
    name: 'Olga Owner',
    email: 'olga@acme.example',
    password: PASSWORD,
  });
  if (answer.status !== 201) throw new Error(`set-up answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.tenant.id;
}

async function memberOf(server: TestServer, tenantId: string, role: Role): Promise<ConsoleBrowser> {
  const passwordHash = await server.app.get(PasswordHasher, { strict: false }).hash(PASSWORD);
  const memberId = uuid();
  const email = `${role}-${memberId}@acme.example`;
  await server.databases.console.inTenant(tenantId, (em) =>
    server.app
      .get(MembersRepository, { strict: false })
      .insert(em, { tenantId, memberId, name: `${role} person`, email, passwordHash, role }),
  );
  const browser = new ConsoleBrowser(server.url);
  const { status } = await browser.signIn(email, PASSWORD);
  if (status !== 200) throw new Error(`sign-in answered ${status}`);
  return browser;
}
