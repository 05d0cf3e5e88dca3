import type { NotificationEvent, Provider } from '@rollcall/admin-contracts';

/** One thing that happened, as messages tell it. */
export interface Told {
  readonly event: NotificationEvent;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly at: Date;
  readonly facts: ToldFacts;
}

/** What an event knows beside its integration; moments in ISO 8601. Never a person, a token or an address. */
export interface ToldFacts {
  readonly provider?: Provider;
  readonly since?: string;
  readonly until?: string;
  readonly days?: number;
  readonly lastFour?: string;
  readonly expiresAt?: string;
  readonly people?: number;
  readonly limit?: number;
  readonly windowMinutes?: number;
  readonly tripId?: string;
}

/** Where in the console to go on. */
export function pathOf({ event, integrationId, facts }: Told): string {
  const page = `/integrations/${integrationId}`;
  switch (event) {
    case 'failing.began':
    case 'failing.ended':
      return `${page}?tab=requests`;
    case 'token.expiring':
    case 'token.expired':
    case 'token.old':
      return `${page}?tab=tokens`;
    case 'brake.tripped':
    case 'brake.unanswered':
      return facts.tripId === undefined ? page : `/brake/${facts.tripId}`;
    default:
      return page;
  }
}
