import { Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asLanguage, chooseLanguage, LANGUAGES } from '../i18n/translations';

const SCHEMES = [
  { value: 'light', key: 'themeLight' },
  { value: 'dark', key: 'themeDark' },
  { value: 'auto', key: 'themeSystem' },
] as const;

export function ThemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('shell.theme')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) => {
          const scheme = SCHEMES.find((candidate) => candidate.value === value);
          if (scheme !== undefined) setColorScheme(scheme.value);
        }}
      >
        {SCHEMES.map(({ value, key }) => (
          <Menu.RadioItem key={value} value={value}>
            {t(`shell.${key}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      <Menu.RadioGroup
        value={i18n.language}
        onChange={(value) => {
          const language = asLanguage(value);
          if (language !== undefined) void chooseLanguage(language);
        }}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <Menu.RadioItem key={code} value={code} lang={code}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
