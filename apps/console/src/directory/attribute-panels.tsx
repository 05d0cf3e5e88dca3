import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '../ui/fact-list';
import { Panel } from '../ui/panel';
import { attributeSections, type AttributeLine } from './attribute-sections';
import classes from './attribute-panels.module.css';

export function AttributePanels({ attributes }: { readonly attributes: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const sections = [...attributeSections(attributes)].filter(([, lines]) => lines.length > 0);
  return (
    <Stack gap="md">
      {sections.map(([section, lines]) => (
        <Panel key={section} title={t(`user.sections.${section}`)}>
          <FactList
            facts={lines.map((line, index) => ({
              key: `${line.name} ${String(index)}`,
              term: line.name,
              value: <Value line={line} code={section === 'technical'} />,
            }))}
          />
        </Panel>
      ))}
    </Stack>
  );
}

function Value({ line, code }: { readonly line: AttributeLine; readonly code: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={code ? classes.code : undefined}>
      {line.value}
      {line.primary === true && (
        <Text component="span" size="xs" c="dimmed" ms="xs">
          {t('user.primary')}
        </Text>
      )}
    </span>
  );
}
