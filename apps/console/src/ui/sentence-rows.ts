import { useMediaQuery } from '@mantine/hooks';

const PHONE = '(max-width: 36em)';

/** Pixels of a row that reads as a sentence: on a phone there is room for a second line, because a German verb comes last. */
export function useSentenceRowHeight(): number {
  return useMediaQuery(PHONE, false, { getInitialValueInEffect: false }) ? 60 : 52;
}
