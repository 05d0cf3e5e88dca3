import { randomBytes } from 'node:crypto';

/** A UUID of version 7 (RFC 9562 §5.7): new ones lie side by side in an index, which is the cheapest that can be had. */
export function newResourceId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1, 4)}-a${random.slice(5, 8)}-${random.slice(8, 20)}`;
}
