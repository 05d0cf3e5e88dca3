import type { Person } from './directory';

type Check = (body: unknown) => string | undefined;

interface Listing {
  readonly totalResults?: number;
  readonly Resources?: readonly { readonly id?: string }[];
}

interface Resource {
  readonly id?: string;
  readonly userName?: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly title?: string;
  readonly members?: readonly { readonly value?: string }[];
}

export const foundNothing: Check = (body) => {
  const { totalResults, Resources } = asListing(body);
  return totalResults === 0 && (Resources ?? []).length === 0 ? undefined : 'should have found nothing';
};

export function foundOnly(id: string): Check {
  return (body) => {
    const { totalResults, Resources } = asListing(body);
    return totalResults === 1 && Resources?.[0]?.id === id ? undefined : `should have found ${id} alone`;
  };
}

export function page(size: number, total: number): Check {
  return (body) => {
    const { totalResults, Resources } = asListing(body);
    if (totalResults !== total) return `totalResults should be ${total}, is ${totalResults ?? 'absent'}`;
    return Resources?.length === size ? undefined : `should hold ${size} resources, holds ${Resources?.length ?? 0}`;
  };
}

/** Hands the id that the server gave to `keep`. */
export function created(keep: (id: string) => void, person?: Person): Check {
  return (body) => {
    const { id, userName, active } = asResource(body);
    if (id === undefined) return 'has no id';
    keep(id);
    if (person === undefined) return undefined;
    return userName === person.userName && active === true ? undefined : 'is not the person that was sent';
  };
}

export function user(id: string, person: Person): Check {
  return (body) => {
    const resource = asResource(body);
    return resource.id === id && resource.userName === person.userName ? undefined : 'is somebody else';
  };
}

export function userWithTitle(id: string, title: string): Check {
  return (body) => {
    const resource = asResource(body);
    return resource.id === id && resource.title === title ? undefined : `should have the title ${title}`;
  };
}

export const inactive: Check = (body) => (asResource(body).active === false ? undefined : 'should be inactive');

export function groupWithoutMembers(id: string, displayName: string): Check {
  return (body) => {
    const group = asResource(body);
    if (group.id !== id || group.displayName !== displayName) return 'is another group';
    return group.members === undefined ? undefined : 'should not show members';
  };
}

/** Every one of these and nobody else, in whatever order. */
export function groupWith(id: string, members: readonly string[]): Check {
  const expected = [...members].sort().join();
  return (body) => {
    const group = asResource(body);
    if (group.id !== id) return 'is another group';
    const ids = (group.members ?? []).map(({ value }) => value ?? '');
    return ids.sort().join() === expected ? undefined : `should have ${members.length} members, has ${ids.length}`;
  };
}

function asListing(body: unknown): Listing {
  return typeof body === 'object' && body !== null ? body : {};
}

function asResource(body: unknown): Resource {
  return typeof body === 'object' && body !== null ? body : {};
}
