import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

/** What is known about the pages behind the ones shown. */
export interface MorePages {
  readonly total: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly onMore: () => void;
  /** Instead of "50 of 500". */
  readonly sentence?: string;
  /** More costs something, so only a press of this button asks for it; scrolling does not. */
  readonly onDemand?: string;
}

/** "50 of 500"; a button where loading the next page by scrolling has failed. */
export function ListFoot({ shown, pages }: { readonly shown: number; readonly pages: MorePages }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Group justify="space-between" className={classes.foot}>
      <Text size="sm" c="dimmed" className="tabular" role="status">
        {pages.loading
          ? t('common.loadingMore')
          : (pages.sentence ?? t('common.shown', { shown: number.format(shown), total: number.format(pages.total) }))}
      </Text>
      {pages.hasMore && !pages.loading && (
        <Button variant="default" size="xs" onClick={pages.onMore}>
          {pages.failed ? t('common.retry') : (pages.onDemand ?? t('common.more'))}
        </Button>
      )}
    </Group>
  );
}
