import { ProgressLine } from './progress-line';

function aTerminal(isTTY: boolean): { isTTY: boolean; columns: number; text: string; write(text: string): void } {
  return {
    isTTY,
    columns: 80,
    text: '',
    write(text: string) {
      this.text += text;
    },
  };
}

describe('progress', () => {
  it('redraws one line on a terminal, with rate and time left', () => {
    const terminal = aTerminal(true);
    let nowMs = 0;
    let requests = 0;
    const progress = new ProgressLine(
      terminal,
      () => requests,
      () => nowMs,
    );
    progress.show({ phase: 'users', done: 0, total: 100 });

    nowMs = 10_000;
    requests = 500;
    progress.show({ phase: 'users', done: 25, total: 100 });

    const lines = terminal.text.split('\r\u001b[2K');
    expect(lines.at(-1)).toBe('users                    [#####...............] 25/100, 50 req/s, 30 s left');
    expect(terminal.text).not.toContain('\n');
  });

  it('does not redraw for every single step', () => {
    const terminal = aTerminal(true);
    const progress = new ProgressLine(
      terminal,
      () => 0,
      () => 5,
    );

    for (let done = 0; done < 50; done += 1) progress.show({ phase: 'users', done, total: 100 });

    expect(terminal.text).toBe('');
  });

  it('writes plain lines elsewhere, the last of a phase always among them', () => {
    const log = aTerminal(false);
    const progress = new ProgressLine(
      log,
      () => 0,
      () => 1,
    );

    for (let done = 0; done <= 3; done += 1) progress.show({ phase: 'users', done, total: 3 });

    expect(log.text).toBe('users                    3/3, 0 req/s\n');
  });
});
