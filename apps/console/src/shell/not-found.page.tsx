import { Button, Group, Text } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../ui/brand';
import { EmptyFace } from '../ui/faces';
import { Page } from '../ui/page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main>
      <Page
        title={t('common.notFoundTitle')}
        width="reading"
        trail={
          <Group gap="xs">
            <BrandMark />
            <Text fw={600}>{t('common.product')}</Text>
          </Group>
        }
      >
        <EmptyFace
          icon={<IconMapOff size={22} />}
          title={t('common.notFoundText')}
          action={
            <Button component={Link} to="/users" variant="default">
              {t('common.notFoundHome')}
            </Button>
          }
        />
      </Page>
    </main>
  );
}
