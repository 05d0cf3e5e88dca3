import { slugFor } from './slug';

describe('the organisation’s part of its host name', () => {
  it.each([
    ['Acme', 'acme'],
    ['Açme & Söhne GmbH', 'acme-sohne-gmbh'],
    ['  --A__B..C  ', 'a-b-c'],
    ['株式会社', 'organisation'],
    ['x'.repeat(60), 'x'.repeat(40)],
    [`${'x'.repeat(39)} yz`, 'x'.repeat(39)],
  ])('%j becomes %j', (name, slug) => {
    expect(slugFor(name, new Set())).toBe(slug);
  });

  it('is nobody else’s', () => {
    expect(slugFor('Acme', new Set(['acme', 'acme-2']))).toBe('acme-3');
  });
});
