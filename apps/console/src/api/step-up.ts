import { ApiError } from './api-error';

/** The person was asked to confirm with the password and did not: nothing was done. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed';
}

type Asker = () => Promise<boolean>;

let asker: Asker | undefined;
let asking: Promise<boolean> | undefined;

/** Who asks the person for the password; the answer says whether they gave it. Returns how to take it back. */
export function askForPasswordWith(next: Asker): () => void {
  asker = next;
  return () => {
    if (asker === next) asker = undefined;
  };
}

/** Does `work` again once the person has confirmed, where the server asked for it. @throws NotConfirmed */
export async function confirmingWhenAsked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'step_up_required' || asker === undefined) throw error;
    if (!(await askOnce(asker))) throw new NotConfirmed();
    return work();
  }
}

/** Several calls refused at the same time are one question. */
function askOnce(ask: Asker): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}
