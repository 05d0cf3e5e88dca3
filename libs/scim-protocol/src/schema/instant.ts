const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The instant that an xsd:dateTime names, in milliseconds since 1970 (RFC 7643 §2.3.5); digits beyond the millisecond are cut off.
 * Without a zone it is UTC (S-10). Undefined when the text is none, or names a day or time that does not exist.
 */
export function instantOf(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const localMs = Date.parse(local);
  if (Number.isNaN(localMs) || new Date(localMs).toISOString() !== local) return undefined;
  const offsetMs = zoneOffsetMs(zone);
  return offsetMs === undefined ? undefined : withinYears(localMs - offsetMs);
}

const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Years of four digits, in UTC: what both ISO 8601 and PostgreSQL write without a sign. */
function withinYears(epochMs: number): number | undefined {
  return epochMs >= FIRST_MS && epochMs <= LAST_MS ? epochMs : undefined;
}

/** xsd:dateTime allows offsets up to 14 hours. */
function zoneOffsetMs(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  const offsetMs = (hours * 60 + minutes) * 60_000;
  return zone.startsWith('-') ? -offsetMs : offsetMs;
}
