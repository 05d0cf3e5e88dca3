/** The door for tests of other projects: models and generators that know the protocol and nothing of a server. */
export { GROUP_ITSELF, MEMBERS, modelGroup, spelledGroupCommands } from './fixtures/group-commands';
export { runOnGroup, STRANGER, TAKEN_NAME, type ModelGroup } from './fixtures/group-model';
export { modelUser, spelledCommands, stored } from './fixtures/patch-commands';
export { run } from './fixtures/patch-model';
export {
  spellingsOfAttribute,
  spellingsOfElement,
  spellingsOfExtension,
  spellingsOfPart,
  type Spelling,
} from './fixtures/spellings';
export { arbitraryPublished, type PublishedSchema, type PublishedType } from './schema/testing/arbitrary-resource';
