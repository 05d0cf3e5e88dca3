import { Menu, type MenuItemProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface RoutedItemProps extends MenuItemProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof MenuItemProps> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function RoutedItem(props: RoutedItemProps) {
  return <Menu.Item component="a" {...props} />;
}

const RoutedLink = createLink(RoutedItem);

/** A menu's item that leads to a page; its address and parameters are checked against the routes. */
export const MenuLink: LinkComponent<typeof RoutedItem> = (props) => <RoutedLink {...props} />;
