import { plainPath } from './plain-path';

describe('C07: paths in a diagnostic bundle', () => {
  it.each([
    ['/Users', '/Users'],
    ['/Users/5f0c7e0e-7c0a-4a55-9b0c-0d7a5b0f1c11', '/Users/5f0c7e0e-7c0a-4a55-9b0c-0d7a5b0f1c11'],
    ['/Groups/.search', '/Groups/.search'],
    ['/Users/ana.lima@example.com', '/Users/…'],
    ['/Users/Ana/Lima', '/Users/…/…'],
    ['/ana.lima@example.com', '/…'],
    ['/', '/'],
    ['', '/'],
  ])('%s is told as %s: no name gets out', (path, told) => {
    expect(plainPath(path)).toBe(told);
  });
});
