import { aRequestView } from '../../test/builders';
import { sentName } from './sent-name';

const refused = (path: string, requestBody: string) => {
  const { resource: _none, ...view } = aRequestView({ path, message: { requestBody } });
  return sentName(view);
};

describe('line 19: whom a refused request was about', () => {
  it.each([
    ['/Users', '{"userName":"ana"}', { type: 'User', name: 'ana' }],
    ['/Groups', '{"displayName":"Sales"}', { type: 'Group', name: 'Sales' }],
    ['/Users', '{"userName":7}', undefined],
    ['/Users', '{"userName":"an…', undefined],
    ['/Users', 'null', undefined],
  ])('%s with %s', (path, body, expected) => {
    expect(refused(path, body)).toEqual(expected);
  });

  it('is known already where there is a record', () => {
    expect(sentName(aRequestView({ message: { requestBody: '{"userName":"ana"}' } }))).toBeUndefined();
  });
});
