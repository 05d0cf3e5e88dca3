import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-http-bearer';
import type { ScimCaller } from '../../tokens/scim-caller';
import { TokenVerifier } from '../../tokens/token-verifier';

type StrategyClass = new (...args: unknown[]) => { authenticate(request: unknown, options?: unknown): void };

/** The Authorization header alone: the stock strategy also takes ?access_token= and a body member of that name (SEC-04, SEC-14). */
class HeaderBearer extends (Strategy as unknown as StrategyClass) {
  override authenticate(request: { headers: { authorization?: string } }, options?: unknown): void {
    super.authenticate({ headers: { authorization: request.headers.authorization } }, options);
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
