import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface RoutedAnchorProps extends AnchorProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function RoutedAnchor(props: RoutedAnchorProps) {
  return <Anchor {...props} />;
}

const RoutedLink = createLink(RoutedAnchor);

/** A link within text; its address and parameters are checked against the routes. */
export const TextLink: LinkComponent<typeof RoutedAnchor> = (props) => <RoutedLink {...props} />;
