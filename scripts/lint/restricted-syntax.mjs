const SECRET = '/(token|secret|digest|mac|password)$/i';

/** Comparing with a constant such as undefined gives nothing away about a secret's content. */
const NOT_CONSTANT = [
  `:not([right.type='Literal'])`,
  `:not([right.name='undefined'])`,
  `:not([right.type='UnaryExpression'])`,
].join('');

/** SEC-03: `===` stops at the first byte that differs, and so tells how much of a guess was right. */
export const SECRET_COMPARISONS = ['left.name', 'left.property.name', 'right.name', 'right.property.name'].map(
  (name) => ({
    selector: `BinaryExpression[operator=/^[!=]==?$/][${name}=${SECRET}]${NOT_CONSTANT}`,
    message: 'Compare secrets with timingSafeEqual on their digests, not with an operator (SEC-03).',
  }),
);

/** The environment is read once, by config/. */
export const ENVIRONMENT = {
  selector: `MemberExpression[object.name='process'][property.name='env']`,
  message: 'The environment is read in main.ts and cli.ts and handed to config/.',
};
