import { ERROR_URN, invalidValue, notFound, quoted, uniqueness } from './scim-error';

describe('errors', () => {
  it('E-01: the status is a text equal to the HTTP code', () => {
    expect(notFound('No user has this id.').toBody()).toEqual({
      schemas: [ERROR_URN],
      status: '404',
      detail: 'No user has this id.',
    });
  });

  it('E-02 E-06: a keyword stands only where the RFC has one', () => {
    expect(uniqueness('taken').toBody()).toMatchObject({ status: '409', scimType: 'uniqueness' });
    expect(notFound('gone').toBody()).not.toHaveProperty('scimType');
  });

  it('E-16: an operation is named once, from 1, and texts of the caller are cut and made visible', () => {
    expect(invalidValue('title: expected a text').atOperation(2).atOperation(7).detail).toBe(
      'Operation 3: title: expected a text',
    );
    expect(quoted(`a\nb${'x'.repeat(200)}`)).toHaveLength(104);
    expect(quoted('a\u001b[0m')).toBe('"a\\u001b[0m"');
  });
});
