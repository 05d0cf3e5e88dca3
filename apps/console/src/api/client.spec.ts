import { csvWording } from './csv-wording';
import { api, type DownloadProgress } from './client';

/** An answer whose file ends as told after its first lines. */
function answerWith(end: () => Promise<unknown>): void {
  const parts = [new Uint8Array(Buffer.from('id\r\n1\r\n2\r\n'))];
  const read = () => {
    const value = parts.shift();
    return value === undefined ? end() : Promise.resolve({ done: false, value });
  };
  const body = { getReader: () => ({ read }) };
  const answer = { ok: true, status: 200, headers: new Map([['x-rollcall-rows', '5']]), body };
  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    writable: true,
    value: () => Promise.resolve(answer),
  });
}

describe('a file from the server', () => {
  const seen: DownloadProgress[] = [];
  const download = (control = new AbortController()) =>
    api.download(
      { path: '/activity/export' },
      {
        signal: control.signal,
        onProgress: (progress) => void seen.push(progress),
        wording: () => csvWording([{ from: 'id', title: 'Kennung' }]),
      },
    );
  beforeEach(() => {
    seen.length = 0;
  });

  it('A34: tells how far it has come, and comes in the reader’s words', async () => {
    answerWith(() => Promise.resolve({ done: true }));

    expect((await download()).size).toBe(Buffer.byteLength('\uFEFFKennung\r\n1\r\n2\r\n'));
    expect(seen).toEqual([{ rows: 2, total: 5 }]);
  });

  it('SEC-50: that breaks off is no file, but a failure in words', async () => {
    answerWith(() => Promise.reject(new TypeError('terminated')));

    await expect(download()).rejects.toMatchObject({ name: 'ApiError', status: 0, code: 'unavailable' });
  });

  it('that the reader stops is no failure of the server', async () => {
    const control = new AbortController();
    answerWith(() => {
      control.abort();
      return Promise.reject(new DOMException('stopped', 'AbortError'));
    });

    await expect(download(control)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
