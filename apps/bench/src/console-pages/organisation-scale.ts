/** How large an organisation is whose pages are measured; every size is a number of rows. */
export interface OrganisationScale {
  readonly people: number;
  readonly groups: number;
  /** Members of one group; the others have twenty. */
  readonly largeGroup: number;
  /** Changes of each person after the first. */
  readonly changes: number;
  /** Changes of the one person whose time line is long. */
  readonly longStory: number;
  readonly requests: number;
  /** Deeds of the console. */
  readonly deeds: number;
  /** Deleted one by one, besides those that the open trip of the brake holds. */
  readonly deleted: number;
  /** Turned off and deleted by the storm that the brake has noticed. */
  readonly storm: { readonly turnedOff: number; readonly deleted: number };
  /** Removals of the last 90 days that made no trip. */
  readonly removals: number;
  readonly closedTrips: number;
  readonly ofDeletedIntegration: number;
}

export const FULL_ORGANISATION: OrganisationScale = {
  people: 200_000,
  groups: 5_000,
  largeGroup: 100_000,
  changes: 8,
  longStory: 3_000,
  requests: 2_000_000,
  deeds: 1_000_000,
  deleted: 5_000,
  storm: { turnedOff: 10_000, deleted: 2_000 },
  removals: 60_000,
  closedTrips: 30,
  ofDeletedIntegration: 2_000,
};

export const SMALL_ORGANISATION: OrganisationScale = {
  people: 2_000,
  groups: 50,
  largeGroup: 1_000,
  changes: 4,
  longStory: 100,
  requests: 20_000,
  deeds: 2_000,
  deleted: 50,
  storm: { turnedOff: 100, deleted: 20 },
  removals: 200,
  closedTrips: 3,
  ofDeletedIntegration: 20,
};

/** So few rows that nothing but the way to them costs time, and yet one of each thing that a page can be about. */
export const NEARLY_EMPTY_ORGANISATION: OrganisationScale = {
  people: 60,
  groups: 20,
  largeGroup: 40,
  changes: 1,
  longStory: 5,
  requests: 1_000,
  deeds: 20,
  deleted: 5,
  storm: { turnedOff: 5, deleted: 2 },
  removals: 5,
  closedTrips: 1,
  ofDeletedIntegration: 2,
};
