import { PROVIDERS, type Provider } from '@rollcall/admin-contracts';
import { Badge, Button, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconTerminal2, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session';
import { Page } from '../ui/page';
import { SearchField } from '../ui/search-field';
import { Trail } from '../ui/trail';
import classes from './discover.module.css';
import { DiscoverTile } from './discover-tile';
import { ProviderMark } from './provider-mark';

const SECTIONS = ['directory', 'providers', 'custom'] as const;
type Section = (typeof SECTIONS)[number];

interface Tile {
  readonly key: string;
  readonly section: Section;
  readonly name: string;
  readonly text: string;
  /** Words that people look for it by, beside what it says. */
  readonly alias?: string;
  readonly mark: ReactNode;
  readonly action: ReactNode;
}

const COMMAND = 'npm run -s rollcall -- integration create --name "Entra ID"';

/** What people call the providers beside their names. */
const ALIASES: Readonly<Record<Provider, string>> = {
  entra: 'azure ad aad active directory microsoft 365 office',
  okta: 'auth0',
  onelogin: 'one identity',
  jumpcloud: 'jump cloud',
  ping: 'pingone ping identity',
  other: 'scim 2.0 custom keycloak google authentik',
};

/** The catalogue (A02). What does not exist is not advertised. */
export function DiscoverPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const tiles = useTiles().filter((tile) => matches(tile, search));
  return (
    <Page
      title={t('discover.title')}
      intro={t('discover.intro')}
      trail={<Trail to="/integrations">{t('integrations.title')}</Trail>}
      width="reading"
    >
      <Stack gap="xl">
        <Group>
          <SearchField label={t('discover.search')} value={search} onSearch={setSearch} delayMs={0} />
        </Group>
        {tiles.length === 0 && (
          <Text c="dimmed" role="status">
            {t('discover.nothing', { search })}
          </Text>
        )}
        {SECTIONS.map((section) => (
          <TileSection key={section} section={section} tiles={tiles.filter((tile) => tile.section === section)} />
        ))}
      </Stack>
    </Page>
  );
}

function matches({ name, text, alias = '' }: Tile, search: string): boolean {
  return `${name} ${text} ${alias}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}

function TileSection({ section, tiles }: { readonly section: Section; readonly tiles: readonly Tile[] }) {
  const { t } = useTranslation();
  if (tiles.length === 0) return null;
  return (
    <section>
      <Title order={2}>{t(`discover.sections.${section}.title`)}</Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t(`discover.sections.${section}.text`)}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {tiles.map(({ key, ...tile }) => (
          <DiscoverTile key={key} {...tile} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function useTiles(): readonly Tile[] {
  const { t } = useTranslation();
  return [
    {
      key: 'scim',
      section: 'directory',
      name: t('discover.scimName'),
      text: t('discover.scimText'),
      mark: <TileIcon icon={<IconUsersGroup size={22} stroke={1.75} />} />,
      action: <AddScim />,
    },
    ...PROVIDERS.map((provider) => ({
      key: provider,
      section: 'providers' as const,
      name: t(`providers.${provider}.name`),
      text: t(`discover.providers.${provider}`),
      alias: ALIASES[provider],
      mark: <ProviderMark provider={provider} size={40} />,
      action: <SetUpProvider provider={provider} />,
    })),
    {
      key: 'command',
      section: 'custom',
      name: t('discover.commandName'),
      text: t('discover.commandText'),
      mark: <TileIcon icon={<IconTerminal2 size={22} stroke={1.75} />} />,
      action: <CommandHint />,
    },
  ];
}

function TileIcon({ icon }: { readonly icon: ReactNode }) {
  return (
    <span className={classes.icon} aria-hidden>
      {icon}
    </span>
  );
}

function AddScim() {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  if (!mayManage) return <Badge color="gray">{t('discover.notAllowed')}</Badge>;
  return (
    <Button component={Link} to="/integrations/discover/scim">
      {t('discover.scimAction')}
    </Button>
  );
}

function SetUpProvider({ provider }: { readonly provider: Provider }) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  if (!mayManage) return null;
  return (
    <Button
      renderRoot={(props) => <Link to="/integrations/discover/scim" search={{ provider }} {...props} />}
      variant="default"
      size="xs"
      aria-label={t('discover.setUpNamed', { provider: t(`providers.${provider}.name`) })}
    >
      {t('discover.setUp')}
    </Button>
  );
}

function CommandHint() {
  const { t } = useTranslation();
  return (
    <div className={classes.command}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('discover.commandHint')}
      </Text>
      <Code block tabIndex={0}>
        {COMMAND}
      </Code>
    </div>
  );
}
