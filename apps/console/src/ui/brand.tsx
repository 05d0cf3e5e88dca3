import { Group, Text } from '@mantine/core';
import classes from './brand.module.css';

/** Our mark beside the organisation's name. */
export function Brand({ name }: { readonly name: string }) {
  return (
    <Group gap={10} wrap="nowrap" miw={0}>
      <BrandMark />
      <Text fw={600} truncate title={name}>
        {name}
      </Text>
    </Group>
  );
}

export function BrandMark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className={classes.mark}>
      <rect width="32" height="32" rx="8" className={classes.ground} />
      <path d="M9 10.5h9M9 16h6M9 21.5h5" className={classes.line} />
      <path d="m17.5 20 2.7 2.7 5-6" className={classes.line} />
    </svg>
  );
}
