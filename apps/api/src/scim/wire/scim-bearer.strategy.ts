import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-http-bearer';
import type { ScimCaller } from '../../tokens/scim-caller';
import { TokenVerifier } from '../../tokens/token-verifier';
import { isRepeated } from './repeated-header';

type StrategyClass = new (...args: unknown[]) => { authenticate(request: unknown, options?: unknown): void };

interface HeadersOfRequest {
  readonly headers: { readonly authorization?: string };
  readonly raw: { readonly rawHeaders: readonly string[] };
}

/**
 * The Authorization header alone, when there is one: the stock strategy also takes ?access_token= and a body member of that name (SEC-04,
 * SEC-14).
 */
class HeaderBearer extends (Strategy as unknown as StrategyClass) {
  override authenticate({ headers, raw }: HeadersOfRequest, options?: unknown): void {
    const authorization = isRepeated(raw.rawHeaders, 'authorization') ? undefined : headers.authorization;
    super.authenticate({ headers: { authorization } }, options);
  }
}

/** Finds out whose token a SCIM request carries. Whether it is alive is asked by the request's own statement. */
@Injectable()
export class ScimBearerStrategy extends PassportStrategy(HeaderBearer, 'scim-bearer') {
  constructor(private readonly tokens: TokenVerifier) {
    super({ realm: 'scim' });
  }

  async validate(token: string): Promise<ScimCaller | false> {
    return (await this.tokens.verify(token)) ?? false;
  }
}
