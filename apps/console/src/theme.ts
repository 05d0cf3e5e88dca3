import {
  ActionIcon,
  Badge,
  Button,
  createTheme,
  Menu,
  PasswordInput,
  Select,
  Skeleton,
  Table,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The one accent: a deep pine green that keeps 4.5:1 under white text from shade 7 on. */
const pine: MantineColorsTuple = [
  '#e8f6f4',
  '#d3ebe8',
  '#a6d8d2',
  '#75c4bb',
  '#4db3a8',
  '#34a89c',
  '#1f9a8e',
  '#12857b',
  '#0c6e6a',
  '#075753',
];

const gray: MantineColorsTuple = [
  '#fafafa',
  '#f4f5f6',
  '#eaecee',
  '#dfe2e5',
  '#cbd0d5',
  '#a5adb5',
  '#7a838d',
  '#565f69',
  '#363d45',
  '#1b1f24',
];

const dark: MantineColorsTuple = [
  '#d9dce1',
  '#b9bec7',
  '#969da9',
  '#6c7380',
  '#3a3f49',
  '#2b3038',
  '#20242b',
  '#14171c',
  '#0f1115',
  '#0b0d10',
];

export const theme = createTheme({
  primaryColor: 'pine',
  colors: { pine, gray, dark },
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#1b1f24',
  fontFamily:
    'Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "SF Pro Text", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500, size: 'md' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false, shadow: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: false, openDelay: 250, events: { hover: true, focus: true, touch: true } },
    }),
  },
});

/** Mantine's defaults miss 4.5:1 for dimmed text, placeholders, errors and light badges; these do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#565f69',
    '--mantine-color-placeholder': '#5c656f',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-anchor': 'var(--mantine-color-pine-8)',
    '--mantine-color-default-border': '#dfe2e5',
    '--mantine-color-green-light-color': '#14532d',
    '--mantine-color-red-light-color': '#8a1c1c',
    '--mantine-color-yellow-light-color': '#6b4700',
    '--mantine-color-blue-light-color': 'var(--mantine-color-blue-9)',
    '--mantine-color-pine-light-color': 'var(--mantine-color-pine-9)',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
    '--rollcall-canvas': '#fbfbfc',
    '--rollcall-surface': '#ffffff',
    '--rollcall-line': '#e6e8eb',
    '--rollcall-good': '#1f9d57',
    '--rollcall-hover': '#f5f6f7',
  },
  dark: {
    '--mantine-color-dimmed': '#a3aab6',
    '--mantine-color-placeholder': '#949ba7',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': 'var(--mantine-color-pine-3)',
    '--mantine-color-default-border': '#3a3f49',
    '--mantine-color-green-light-color': '#8ce0a6',
    '--mantine-color-red-light-color': '#ffa8a8',
    '--mantine-color-yellow-light-color': '#ffd97a',
    '--mantine-color-pine-light-color': '#8fd6cd',
    '--mantine-color-gray-light-color': '#cfd4db',
    '--rollcall-canvas': '#14171c',
    '--rollcall-surface': '#191d23',
    '--rollcall-line': '#2b3038',
    '--rollcall-good': '#4cc38a',
    '--rollcall-hover': '#20242b',
  },
});
