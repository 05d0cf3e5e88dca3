import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openPartsHold } from '../masking/open-parts';
import { queryWithoutPersonalValues } from '../masking/personal-values';
import { isId } from './request-id';
import type { RequestSelection } from './request-selection';
import type { RequestRow } from './requests.repository';
import { saidPhrases, type SaidPhrase } from './said-phrases';

export type Keeper = (rows: readonly RequestRow[]) => Promise<readonly RequestRow[]>;

/** $1 tenant, $2 ids of requests, $3 $4 between which moments they came. */
const BODIES = `
  select r.id, r.request_body as body from scim_request r
   where r.tenant_id = $1 and r.id = any($2::uuid[]) and r.at between $3 and $4`;

/** Drops what was found by a text that is hidden from the reader: a search must not tell what it hides (SEC-27). */
@Injectable()
export class OpenParts {
  keeperOf(em: EntityManager, selection: RequestSelection): Keeper {
    const text = selection.search?.trim() ?? '';
    const words = text === '' || isId(text) ? [] : [text];
    const said = saidPhrases(selection.said);
    return async (rows) => {
      const bodies = await this.bodies(em, selection, rows);
      return rows.filter((row) => isNamed(row, selection, bodies) && (isTextFound(row, words) || isSaid(row, said)));
    };
  }

  /** Only of those who never came to be is the body what names them. */
  private async bodies(
    em: EntityManager,
    { tenantId, personKeys }: RequestSelection,
    rows: readonly RequestRow[],
  ): Promise<ReadonlyMap<string, string | null>> {
    const nameless = personKeys === undefined ? [] : rows.filter(({ resourceId }) => resourceId === null);
    if (nameless.length === 0) return new Map();
    const times = nameless.map(({ at }) => at.getTime());
    const bounds = [new Date(Math.min(...times)), new Date(Math.max(...times) + 1)];
    const values = [tenantId, nameless.map(({ id }) => id), ...bounds];
    const found = await em.query<{ id: string; body: string | null }[]>(BODIES, values);
    return new Map(found.map(({ id, body }) => [id, body]));
  }
}

function isNamed(
  { id, resourceId }: RequestRow,
  { personKeys }: RequestSelection,
  bodies: ReadonlyMap<string, string | null>,
): boolean {
  if (personKeys === undefined || resourceId !== null) return true;
  const body = bodies.get(id) ?? null;
  return personKeys.texts.some((text) => openPartsHold([JSON.stringify(text)], { sentences: [], bodies: [body] }));
}

/** The words came from the reader, so they too may only be found in what is open. */
function isSaid({ summary }: RequestRow, said: readonly SaidPhrase[]): boolean {
  return said.some((words) => openPartsHold(words, { sentences: [summary], bodies: [] }));
}

function isTextFound({ summary, path, query }: RequestRow, words: readonly string[]): boolean {
  const open = [path, query === null ? '' : queryWithoutPersonalValues(query)].map((text) => text.toLowerCase());
  return words.every(
    (word) =>
      open.some((text) => text.includes(word.toLowerCase())) ||
      openPartsHold([word], { sentences: [summary], bodies: [] }),
  );
}
