import { BrakeBanner } from './brake/brake-banner';
import { QuickSearch } from './search/quick-search';
import { AppLayout } from './shell/app-layout';

/** What every page behind a session has around it. */
export function SignedInLayout() {
  return (
    <>
      <AppLayout banner={<BrakeBanner />} />
      <QuickSearch />
    </>
  );
}
