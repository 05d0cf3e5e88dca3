import type { IntegrationSummary, TokenView } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';
import { operatorOf, type Actor } from '../activity/actor';
import { StartupFault } from '../config/startup-fault';
import { IntegrationsService } from '../integrations/integrations.service';
import { TenantHosts } from '../tenants/tenant-hosts';
import { TokensService } from '../tokens/tokens.service';
import type { Command, Invocation } from './command-line';
import { notSetUp, type Operator } from './operator';
import { createdText, integrationTable, tokenTable, tokenText } from './output';

/** What a command has to say: for people, and as JSON for scripts. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
}

type Work = Exclude<Command, { kind: 'help' }>;

/** Carries a command out through the console's own services. @throws StartupFault or ConsoleError */
export async function carryOut(
  invocation: Invocation & { readonly command: Work },
  { app }: Operator,
): Promise<Answer> {
  const { command } = invocation;
  if (command.kind === 'check') return { text: 'Configuration and database are in order.', json: { ok: true } };
  const actor = operatorOf(chooseOrganisation(app.get(TenantHosts, { strict: false }), invocation.organisation));
  const integrations = app.get(IntegrationsService, { strict: false });
  const tokens = app.get(TokensService, { strict: false });
  switch (command.kind) {
    case 'createIntegration': {
      const { name, provider, expiresAt } = command;
      const made = await integrations.create(actor, {
        name,
        provider,
        ...(expiresAt === undefined ? {} : { tokenExpiresAt: expiresAt }),
      });
      const ends = expiresAt === undefined ? {} : { expiresAt };
      const { integrationId, scimUrl, token } = made;
      return { text: createdText(name, { ...made, ...ends }), json: { integrationId, scimUrl, token, ...ends } };
    }
    case 'listIntegrations': {
      const list = await integrations.list(actor.tenantId);
      return { text: integrationTable(list), json: list };
    }
    case 'listTokens': {
      const { id } = await findIntegration(integrations, actor, command.integration);
      const list = await tokens.list(actor, id);
      return { text: tokenTable(list), json: list };
    }
    case 'createToken': {
      const { id, name } = await findIntegration(integrations, actor, command.integration);
      const ends = command.expiresAt === undefined ? {} : { expiresAt: command.expiresAt };
      const made = { ...(await tokens.generate(actor, id, command.expiresAt)), ...ends };
      return { text: tokenText(name, made), json: made };
    }
    case 'revokeToken': {
      const found = await findToken(integrations, tokens, actor, command.tokenId);
      const token = await tokens.revoke(actor, found.integration.id, found.token.id);
      return { text: `The token ending in ${token.lastFour} of "${found.integration.name}" is revoked.`, json: token };
    }
    default:
      return assertNever(command);
  }
}

function chooseOrganisation(hosts: TenantHosts, wanted: string | undefined): string {
  const all = hosts.tenants();
  const fitting = wanted === undefined ? all : all.filter(({ slug, name }) => [slug, name].includes(wanted));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only.tenantId;
  if (all.length === 0) throw notSetUp();
  const names = all.map(({ slug }) => slug).join(', ');
  throw new StartupFault(`Say which organisation is meant, with --organisation: ${names}.`);
}

async function findIntegration(
  integrations: IntegrationsService,
  actor: Actor,
  wanted: string,
): Promise<IntegrationSummary> {
  const list = await integrations.list(actor.tenantId);
  const found =
    list.find(({ id }) => id === wanted) ?? list.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  throw new StartupFault(`There is no integration "${wanted}": "integration list" shows those there are.`);
}

async function findToken(
  integrations: IntegrationsService,
  tokens: TokensService,
  actor: Actor,
  tokenId: string,
): Promise<{ readonly integration: IntegrationSummary; readonly token: TokenView }> {
  for (const integration of await integrations.list(actor.tenantId)) {
    const token = (await tokens.list(actor, integration.id)).find(({ id }) => id === tokenId);
    if (token !== undefined) return { integration, token };
  }
  throw new StartupFault(
    `There is no token with the id "${tokenId}": "token list --integration ID" shows those there are.`,
  );
}
