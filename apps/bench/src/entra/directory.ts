import { createHash } from 'node:crypto';

/** Someone in the source directory. */
export interface Person {
  readonly number: number;
  readonly userName: string;
  readonly externalId: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** A group in the source directory, and who is in it as positions in the list of people. */
export interface SourceGroup {
  readonly displayName: string;
  readonly externalId: string;
  readonly members: readonly number[];
}

const GIVEN_NAMES = ['Ada', 'Alan', 'Grace', 'Edsger', 'Barbara', 'Donald', 'Katherine', 'Niklaus', 'Radia', 'Tony'];
const FAMILY_NAMES = ['Lovelace', 'Turing', 'Hopper', 'Dijkstra', 'Liskov', 'Knuth', 'Johnson', 'Wirth', 'Perlman'];

/** The same people under the same names, whichever server they are sent to. `label` keeps the people of two directories apart. */
export function makePeople(label: string, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, number) => {
    const givenName = pick(GIVEN_NAMES, number);
    const familyName = pick(FAMILY_NAMES, Math.floor(number / GIVEN_NAMES.length));
    const userName = `${givenName}.${familyName}.${label}.${number}@corp.example`.toLowerCase();
    return { number, userName, externalId: guidOf(`user ${label} ${number}`), givenName, familyName };
  });
}

/** Groups of `size` that lie spread over the people, so that everybody is in about as many of them. */
export function makeGroups(label: string, count: number, size: number, peopleCount: number): readonly SourceGroup[] {
  const stride = peopleCount % 7 === 0 ? 1 : 7;
  return Array.from({ length: count }, (_, number) => ({
    displayName: `Group ${label} ${number}`,
    externalId: guidOf(`group ${label} ${number}`),
    members: Array.from({ length: size }, (_unused, place) => (number * 61 + place * stride) % peopleCount),
  }));
}

/** Entra sends object ids as externalIds, so ours look like them; made from a text, they are the same in every run. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function pick(names: readonly string[], number: number): string {
  return names[number % names.length] ?? '';
}
