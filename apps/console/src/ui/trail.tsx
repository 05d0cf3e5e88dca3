import { IconChevronLeft } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { TextLink } from './text-link';
import classes from './trail.module.css';

/** The way back up from a detail page. */
export function Trail({ to, children }: { readonly to: LinkProps['to']; readonly children: string }) {
  return (
    <TextLink to={to} className={classes.trail} c="dimmed" size="sm">
      <IconChevronLeft size={14} aria-hidden />
      {children}
    </TextLink>
  );
}
