/** One trip of the brake of one integration. */
export interface TripKey {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly tripId: string;
}
