import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import classes from './row-link.module.css';

function Stretched({
  ref,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> }) {
  return <a ref={ref} {...rest} className={classes.link} />;
}

const StretchedLink = createLink(Stretched);

/** A link whose target is the whole table row; a screen reader still meets one link with one name. */
export const RowLink: LinkComponent<typeof Stretched> = (props) => <StretchedLink {...props} />;
