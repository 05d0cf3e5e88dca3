import { FAILING_PATIENCE, followEpisode, NO_EPISODE, QUIET_PATIENCE, type Patience } from './episode';

const START = Date.parse('2026-03-01T00:00:00Z');
const at = (minutes: number): Date => new Date(START + minutes * 60_000);

/** What people are told when a condition is looked at every minute; `isSeen` by minute. */
function told(minutes: number, isSeen: (minute: number) => boolean, patience: Patience): string[] {
  let episode = NO_EPISODE;
  const messages: string[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const followed = followEpisode(episode, { isSeen: isSeen(minute) }, at(minute), patience);
    episode = followed.episode;
    if (followed.tell) messages.push(`${minute} ${followed.tell.phase}`);
  }
  return messages;
}

describe('what people hear of a condition', () => {
  it('A38: its beginning once and its end once, however long it lasts', () => {
    expect(told(600, (minute) => minute >= 10 && minute < 300, FAILING_PATIENCE)).toEqual(['12 began', '315 ended']);
  });

  it('A38: nothing of what is over within two minutes', () => {
    expect(told(600, (minute) => minute % 5 === 0, FAILING_PATIENCE)).toEqual([]);
  });

  it('A38: no end while it only seems to be over', () => {
    expect(told(120, (minute) => minute % 14 !== 0, FAILING_PATIENCE)).toEqual(['3 began']);
  });

  it('A38: no storm when it comes and goes with each cycle of the provider, for a day', () => {
    const flutter = told(1_440, (minute) => Math.floor(minute / 40) % 2 === 0, FAILING_PATIENCE);
    expect(flutter).toEqual(['2 began', '55 ended', '82 began']);
  });

  it('A38: silence is told at once, with the moment since when, and so is its end', () => {
    const since = at(-200);
    const began = followEpisode(NO_EPISODE, { isSeen: true, since }, at(0), QUIET_PATIENCE);
    const ended = followEpisode(began.episode, { isSeen: false }, at(5), QUIET_PATIENCE);

    expect([began.tell, ended.tell]).toEqual([
      { phase: 'began', since },
      { phase: 'ended', since },
    ]);
    expect(followEpisode(ended.episode, { isSeen: false }, at(6), QUIET_PATIENCE).tell).toBeUndefined();
  });
});
