import type { CompiledOrder, Keyset } from '@rollcall/scim-sql';

/** The place of a row in a list over several types: in which type's part of it, and where in that. */
export interface RootPlace {
  readonly part: number;
  readonly keyset: Keyset;
}

type KeyType = NonNullable<CompiledOrder['keyType']>;

/** Where an attribute has another type in each of two resource types, the values of one stand before those of the other. */
const KEY_TYPES: readonly KeyType[] = ['text', 'numeric', 'timestamptz', 'boolean', 'uuid'];

const LEAST_ID = '00000000-0000-0000-0000-000000000000';
const GREATEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * One order over the resources of all types (RFC 7644 §3.4.2.3): by the sort key, those without a value last, first when descending; then by
 * type, then by id. Each type's rows come in that order from an index of their own, and are merged.
 */
export class RootOrder {
  private readonly used: readonly KeyType[];

  /** `keyTypes` are those of the parts, undefined for a type that has no value to sort by. */
  constructor(
    private readonly keyTypes: readonly (KeyType | undefined)[],
    private readonly descending: boolean,
  ) {
    this.used = KEY_TYPES.filter((type) => keyTypes.includes(type));
  }

  /** The columns of one part by which its rows are merged with the others'. */
  columns(part: number, key: string): string {
    const keys = this.used.map((type) =>
      type === this.keyTypes[part]
        ? `(${key})::${type}${collation(type)} as key_${type}`
        : `null::${type} as key_${type}`,
    );
    return [`${part} as part`, `${key} as sort_key`, ...keys].join(', ');
  }

  /** What follows `order by` where the parts are merged. Null stands where PostgreSQL puts it by itself. */
  get by(): string {
    const direction = this.descending ? 'desc' : 'asc';
    const keys = this.used.map((type) => `merged.key_${type}${collation(type)} ${direction}`);
    return [...keys, 'merged.part', `merged.id ${direction}`].join(', ');
  }

  /** What of a part comes after the place: beyond this keyset, or all of it, or nothing any more. */
  resume(part: number, place: RootPlace): Keyset | 'all' | 'none' {
    if (part === place.part) return place.keyset;
    const isLater = part > place.part;
    const { key } = place.keyset;
    if (key === null) return this.fromKey(null, isLater);
    const own = this.rank(part);
    const reached = this.rank(place.part);
    if (own === reached) return this.fromKey(key, isLater);
    if (own === undefined) return this.descending ? 'none' : 'all';
    const isBehind = reached !== undefined && own < reached;
    if (isBehind) return this.fromKey(null, !this.descending);
    return this.descending ? 'none' : 'all';
  }

  /** Beyond all rows of that key, or from the first of them on. */
  private fromKey(key: string | null, included: boolean): Keyset {
    return { key, id: included === this.descending ? GREATEST_ID : LEAST_ID };
  }

  private rank(part: number): number | undefined {
    const type = this.keyTypes[part];
    return type === undefined ? undefined : KEY_TYPES.indexOf(type);
  }
}

function collation(type: KeyType): string {
  return type === 'text' ? ' collate "C"' : '';
}
