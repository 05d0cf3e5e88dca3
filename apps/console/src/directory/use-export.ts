import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type DownloadProgress } from '../api/client';
import { NotConfirmed } from '../api/step-up';
import { useNotify } from '../ui/notify';
import { saveFile } from '../ui/save-file';
import type { ExportWish } from './export-button';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: DownloadProgress }
  | { readonly kind: 'failed'; readonly error: unknown };

const loadWording = () => import('./export-columns');

const NONE_YET: DownloadProgress = { rows: 0, total: 0 };

/** One export at a time; leaving the page or closing the dialog ends it, on the server, too. */
export function useExport({ list, path, filter }: ExportWish) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (control: AbortController): Promise<void> => {
    let last = NONE_YET;
    try {
      const { listWording } = await loadWording();
      const fileName = t(`exports.files.${list}`);
      const file = await api.download(
        { path, body: filter },
        {
          signal: control.signal,
          wording: () => listWording(list, t),
          onProgress: (progress) => {
            last = progress;
            setState({ kind: 'running', progress });
          },
        },
      );
      saveFile(fileName, file, file.type);
      setState({ kind: 'idle' });
      notify(t('exports.done', { count: last.rows, name: fileName }));
    } catch (error) {
      const isStopped = control.signal.aborted || error instanceof NotConfirmed;
      setState(isStopped ? { kind: 'idle' } : { kind: 'failed', error });
    }
  };

  return {
    state,
    start: () => {
      running.current?.abort();
      running.current = new AbortController();
      setState({ kind: 'running', progress: NONE_YET });
      void run(running.current);
    },
    stop: () => {
      running.current?.abort();
      setState({ kind: 'idle' });
    },
  };
}
