import { Connection, type Address } from './connection';

const CONNECTIONS = 8;

/** As many as Entra is known to keep busy, all of them kept alive. */
export function openConnections(address: Address): readonly Connection[] {
  return Array.from({ length: CONNECTIONS }, () => new Connection(address));
}
