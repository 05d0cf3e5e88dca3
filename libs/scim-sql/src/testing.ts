/** The door for tests of other projects: random filters, and an evaluator of them that was written from the RFC alone. */
export { modelMatches, type Model } from './testing/filter-model';
export { choicesOf, writeFilter } from './testing/filter-text';
export { GROUP_ATTRIBUTES, TYPES_URN, USER_ATTRIBUTES } from './testing/model-attributes';
export { GROUP_COUNT, randomDirectory, USER_COUNT } from './testing/random-directory';
export { randomFilter } from './testing/random-filter';
