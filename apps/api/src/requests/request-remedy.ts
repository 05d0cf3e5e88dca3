import type { RemedyCode } from '@rollcall/admin-contracts';

/** What to do in the identity provider about a request that was answered like this (C02); undefined where nothing is to be done. */
export function remedyFor(status: number, scimType: string | undefined): RemedyCode | undefined {
  if (status < 400) return undefined;
  if (status === 400) return ofScimType(scimType);
  return BY_STATUS[status] ?? (status >= 500 ? 'tellOperator' : 'wrongFormat');
}

const BY_STATUS: Readonly<Record<number, RemedyCode>> = {
  401: 'rotateToken',
  403: 'notOffered',
  404: 'sentAgain',
  405: 'wrongMethod',
  409: 'makeUnique',
  412: 'changedMeanwhile',
  413: 'sendLess',
  421: 'checkUrl',
  429: 'waitAndRetry',
  501: 'notOffered',
  503: 'waitAndRetry',
};

function ofScimType(scimType: string | undefined): RemedyCode {
  switch (scimType) {
    case 'invalidFilter':
      return 'checkFilter';
    case 'invalidPath':
    case 'noTarget':
      return 'checkPath';
    case 'invalidValue':
      return 'checkValue';
    case 'mutability':
      return 'readOnlyAttribute';
    case 'tooMany':
    case 'invalidCount':
      return 'sendLess';
    default:
      return 'wrongFormat';
  }
}
