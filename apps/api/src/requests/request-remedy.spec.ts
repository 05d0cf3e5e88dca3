import { remedyFor } from './request-remedy';

describe('C02: what to change in the identity provider', () => {
  it.each([
    [401, undefined, 'rotateToken'],
    [404, undefined, 'sentAgain'],
    [409, 'uniqueness', 'makeUnique'],
    [412, undefined, 'changedMeanwhile'],
    [413, undefined, 'sendLess'],
    [421, undefined, 'checkUrl'],
    [429, undefined, 'waitAndRetry'],
    [503, undefined, 'waitAndRetry'],
    [500, undefined, 'tellOperator'],
    [400, 'invalidFilter', 'checkFilter'],
    [400, 'invalidPath', 'checkPath'],
    [400, 'invalidValue', 'checkValue'],
    [400, 'mutability', 'readOnlyAttribute'],
    [400, 'invalidSyntax', 'wrongFormat'],
    [415, undefined, 'wrongFormat'],
  ])('line 19: %i %s has a remedy', (status, scimType, remedy) => {
    expect(remedyFor(status, scimType)).toBe(remedy);
  });

  it('is silent about what was done', () => {
    expect(remedyFor(200, undefined)).toBeUndefined();
  });
});
