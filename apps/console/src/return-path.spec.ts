import { safeReturnPath } from './return-path';

describe('where sign-in leads to', () => {
  it.each(['/users', '/groups?search=eng', '/integrations/i1?tab=tokens'])('goes back to %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    '//example.org',
    '/\\example.org',
    'https://example.org',
    'javascript:alert(1)',
    '',
    undefined,
    7,
    '/sign-in?to=/x',
    '/setup',
  ])('never leads to %p', (path) => {
    expect(safeReturnPath(path)).toBeUndefined();
  });
});
