import { IconChevronLeft } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { TextLink } from './text-link';
import classes from './trail.module.css';

interface TrailProps {
  readonly to: LinkProps['to'];
  readonly params?: LinkProps['params'];
  /** The filters of the list that it leads back to. */
  readonly search?: LinkProps['search'];
  readonly children: string;
}

/** The way back up from a detail page. */
export function Trail({ to, params, search, children }: TrailProps) {
  return (
    <TextLink
      to={to}
      {...(params === undefined ? {} : { params })}
      {...(search === undefined ? {} : { search })}
      className={classes.trail}
      c="dimmed"
      size="sm"
    >
      <IconChevronLeft size={14} aria-hidden />
      {children}
    </TextLink>
  );
}
