import { Injectable, type PipeTransform } from '@nestjs/common';
import { ScimError } from '@rollcall/scim-protocol';

/** RFC 9110 §15.5.6; the error filter adds which methods there are (H-12). */
export function methodNotAllowed(method: string): ScimError {
  return new ScimError(405, undefined, `${method} is not possible here. The header Allow names the methods that are.`);
}

/** The id in a URL. `.search` in its place is the search of RFC 7644 §3.4.3, which takes POST only (L-23). */
@Injectable()
export class ScimIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (id === '.search') throw new ScimError(405, undefined, 'Send a SearchRequest by POST here.');
    return id;
  }
}
