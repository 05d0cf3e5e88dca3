import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '../ui/fact-list';
import { Panel } from '../ui/panel';
import { attributeSections } from './attribute-sections';
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
              value: <span className={section === 'technical' ? classes.code : undefined}>{line.value}</span>,
            }))}
          />
        </Panel>
      ))}
    </Stack>
  );
}
