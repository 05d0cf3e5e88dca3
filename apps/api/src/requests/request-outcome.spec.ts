import { outcomeOf } from './request-outcome';

describe('how a request ended', () => {
  it.each([200, 201, 204, 304])('C01: %i is done', (status) => {
    expect(outcomeOf(status)).toBe('done');
  });

  it.each([404, 409, 412])('C01: %i is an ordinary no, which is no fault of the connection', (status) => {
    expect(outcomeOf(status)).toBe('refused');
  });

  it.each([400, 401, 403, 405, 413, 415, 421, 429, 500, 501, 503])('C01: %i needs a hand', (status) => {
    expect(outcomeOf(status)).toBe('failed');
  });
});
