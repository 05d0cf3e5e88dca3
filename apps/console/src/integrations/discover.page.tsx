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

interface Tile {
  readonly key: string;
  readonly section: 'directory' | 'custom';
  readonly name: string;
  readonly text: string;
  readonly icon: ReactNode;
  readonly action: ReactNode;
}

const COMMAND = 'npm run -s rollcall -- integration create --name "Entra ID"';

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
        <Section
          title={t('discover.sectionDirectory')}
          text={t('discover.sectionDirectoryText')}
          tiles={tiles.filter((tile) => tile.section === 'directory')}
        />
        <Section
          title={t('discover.sectionCustom')}
          text={t('discover.sectionCustomText')}
          tiles={tiles.filter((tile) => tile.section === 'custom')}
        />
      </Stack>
    </Page>
  );
}

function matches(tile: Tile, search: string): boolean {
  const wanted = search.toLocaleLowerCase();
  return `${tile.name} ${tile.text}`.toLocaleLowerCase().includes(wanted);
}

function useTiles(): readonly Tile[] {
  const { t } = useTranslation();
  return [
    {
      key: 'scim',
      section: 'directory',
      name: t('discover.scimName'),
      text: t('discover.scimText'),
      icon: <IconUsersGroup size={22} stroke={1.75} />,
      action: <AddScim />,
    },
    {
      key: 'command',
      section: 'custom',
      name: t('discover.commandName'),
      text: t('discover.commandText'),
      icon: <IconTerminal2 size={22} stroke={1.75} />,
      action: <CommandHint />,
    },
  ];
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

function Section({
  title,
  text,
  tiles,
}: {
  readonly title: string;
  readonly text: string;
  readonly tiles: readonly Tile[];
}) {
  if (tiles.length === 0) return null;
  return (
    <section>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="sm" mb="sm">
        {text}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {tiles.map((tile) => (
          <article key={tile.key} className={classes.tile}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <span className={classes.icon} aria-hidden>
                {tile.icon}
              </span>
              <div>
                <Title order={3} fz="md">
                  {tile.name}
                </Title>
                <Text c="dimmed" size="sm" mt={2}>
                  {tile.text}
                </Text>
              </div>
            </Group>
            <div className={classes.action}>{tile.action}</div>
          </article>
        ))}
      </SimpleGrid>
    </section>
  );
}
