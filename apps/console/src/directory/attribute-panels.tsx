import type { Occasion } from '@rollcall/admin-contracts';
import { Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '../ui/fact-list';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { ShownValue } from '../ui/shown-value';
import { TextLink } from '../ui/text-link';
import { attributeSections, type AttributeLine } from './attribute-sections';
import classes from './attribute-panels.module.css';

interface AttributePanelsProps {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** When each attribute last changed, by its path. */
  readonly origins?: Readonly<Record<string, Occasion>>;
  /** The record of today, when an earlier one is shown: what differs is marked. */
  readonly now?: Readonly<Record<string, unknown>>;
}

/** Every attribute received, in the section where a person looks for it, with where it comes from (A16). */
export function AttributePanels({ attributes, origins = {}, now }: AttributePanelsProps) {
  const { t } = useTranslation();
  const sections = [...attributeSections(attributes)].filter(([, lines]) => lines.length > 0);
  const today = now === undefined ? undefined : valuesOf(now);
  return (
    <Stack gap="md">
      {sections.map(([section, lines]) => (
        <Panel key={section} title={t(`user.sections.${section}`)}>
          <FactList
            facts={lines.map((line, index) => ({
              key: `${line.name} ${String(index)}`,
              term: line.name,
              value: (
                <Value
                  line={line}
                  code={section === 'technical'}
                  origin={origins[line.path]}
                  differs={today !== undefined && !today.has(keyOf(line))}
                />
              ),
            }))}
          />
        </Panel>
      ))}
    </Stack>
  );
}

interface ValueProps {
  readonly line: AttributeLine;
  readonly code: boolean;
  readonly origin: Occasion | undefined;
  readonly differs: boolean;
}

function Value({ line, code, origin, differs }: ValueProps) {
  const { t } = useTranslation();
  return (
    <span className={code ? classes.code : undefined}>
      <ShownValue text={line.value} />
      {line.primary === true && (
        <Text component="span" size="xs" c="dimmed" ms="xs">
          {t('user.primary')}
        </Text>
      )}
      {differs && (
        <Badge size="sm" color="blue" ms="xs">
          {t('past.asOfDiffers')}
        </Badge>
      )}
      {origin !== undefined && <Origin name={line.name} origin={origin} />}
    </span>
  );
}

/** What has no origin is as it was first received. */
function Origin({ name, origin: { at, requestId } }: { readonly name: string; readonly origin: Occasion }) {
  const { t } = useTranslation();
  return (
    <Text component="span" size="xs" c="dimmed" ms="xs" ff="text" className={classes.origin}>
      {requestId === undefined ? (
        t('user.changed')
      ) : (
        <TextLink
          to="/requests/$requestId"
          params={{ requestId }}
          size="xs"
          c="dimmed"
          aria-label={`${name}: ${t('user.showRequest')}`}
        >
          {t('user.changed')}
        </TextLink>
      )}{' '}
      <RelativeTime at={at} />
    </Text>
  );
}

/** Several values may share a name, such as those of `schemas`. */
function valuesOf(attributes: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set([...attributeSections(attributes).values()].flat().map(keyOf));
}

function keyOf({ name, value }: AttributeLine): string {
  return `${name}\n${value}`;
}
