import { median, percentile } from './percentile';

describe('percentile', () => {
  it('is the smallest value that covers the share', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0.5, 0.8, 0.99, 0].map((share) => percentile(values, share))).toEqual([3, 4, 5, 1]);
  });

  it('of no values is no number', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
});
