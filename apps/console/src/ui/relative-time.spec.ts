import { relativeTime } from './relative-time';

const NOW = new Date('2026-03-03T12:00:00Z');

describe('relative time', () => {
  it.each([
    ['2026-03-03T11:59:30Z', undefined],
    ['2026-03-03T11:57:00Z', '3 minutes ago'],
    ['2026-03-03T09:30:00Z', '2 hours ago'],
    ['2026-03-02T11:00:00Z', 'yesterday'],
    ['2026-03-10T12:00:00Z', 'in 7 days'],
    ['2024-01-01T12:00:00Z', '2 years ago'],
  ])('%s reads as %s', (at, text) => {
    expect(relativeTime(new Date(at), NOW, 'en')).toBe(text);
  });

  it('speaks the reader’s language', () => {
    expect(relativeTime(new Date('2026-03-03T11:57:00Z'), NOW, 'de')).toBe('vor 3 Minuten');
  });
});
