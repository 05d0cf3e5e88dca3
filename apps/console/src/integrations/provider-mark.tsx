import type { Provider } from '@rollcall/admin-contracts';
import classes from './provider-mark.module.css';

/** Plain shapes of our own: no provider's trademark is drawn. */
const SHAPES: Readonly<Record<Provider, string>> = {
  entra: 'M12 4 20 18H4Z',
  okta: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  onelogin: 'M10 5h4v14h-4z',
  jumpcloud: 'M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.3 1.6A3.3 3.3 0 0 1 17 18Z',
  ping: 'M5 5h14v14H5Zm4 4v6h6V9Z',
  other: 'M12 4l8 8-8 8-8-8Z',
};

export function ProviderMark({ provider, size = 32 }: { readonly provider: Provider; readonly size?: number }) {
  return (
    <span className={classes.tile} style={{ inlineSize: size, blockSize: size }} aria-hidden>
      <svg viewBox="0 0 24 24" width={size * 0.6} height={size * 0.6}>
        <path d={SHAPES[provider]} fillRule="evenodd" className={classes.shape} />
      </svg>
    </span>
  );
}
