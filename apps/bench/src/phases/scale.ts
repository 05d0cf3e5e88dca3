/** How much of everything one round sends. */
export interface Scale {
  readonly users: number;
  readonly probes: number;
  /** Groups that are filled by PATCHes of 100 members: large ones of 500, and small ones of 100. */
  readonly largeGroups: number;
  readonly largeGroupSize: number;
  readonly smallGroups: number;
  /** Groups that are filled member by member. */
  readonly slowGroups: number;
  readonly slowGroupSize: number;
  readonly changedUsers: number;
  readonly reads: number;
  readonly pages: number;
  readonly groupReads: number;
  readonly leavers: number;
  /** Members of the one very large group, and how many of them leave and come back. */
  readonly churnGroupSize: number;
  readonly churnedMembers: number;
}

export const BATCH = 100;

export function fullScale(users: number): Scale {
  const largeGroupSize = Math.min(500, users);
  return {
    users,
    probes: users,
    largeGroups: 8,
    largeGroupSize,
    smallGroups: 40,
    slowGroups: 60,
    slowGroupSize: 10,
    changedUsers: Math.ceil(users / 2),
    reads: Math.max(users, 1_000),
    pages: 100,
    groupReads: 600,
    leavers: Math.ceil(users * 0.3),
    churnGroupSize: 10_000,
    churnedMembers: 400,
  };
}

/** A run of half a minute that shows whether everything works; its figures mean little. */
export const QUICK: Scale = {
  users: 200,
  probes: 100,
  largeGroups: 2,
  largeGroupSize: 200,
  smallGroups: 4,
  slowGroups: 10,
  slowGroupSize: 5,
  changedUsers: 50,
  reads: 100,
  pages: 10,
  groupReads: 50,
  leavers: 50,
  churnGroupSize: 1_000,
  churnedMembers: 50,
};
