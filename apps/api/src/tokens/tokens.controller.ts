import { Body, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { GeneratedToken, TokenView } from '@rollcall/admin-contracts';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { RotateTokenDto, UpdateTokenDto } from './token.dto';
import { TokensService } from './tokens.service';

@ConsoleController('integrations/:integrationId/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(
    @CurrentMember() member: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
  ): Promise<TokenView[]> {
    return this.tokens.list(member, integrationId);
  }

  @Post('rotate')
  @ConsoleAuth('owner', 'admin')
  @NeedsRecentSignIn()
  @Header('cache-control', 'no-store')
  rotate(
    @CurrentMember() member: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
    @Body() body: RotateTokenDto,
  ): Promise<GeneratedToken> {
    return this.tokens.rotate(member, integrationId, body);
  }

  /** A longer life is a new right, so it needs what a new token needs. */
  @Patch(':tokenId')
  @ConsoleAuth('owner', 'admin')
  @NeedsRecentSignIn()
  setEnd(
    @CurrentMember() member: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
    @Param('tokenId', IdPipe) tokenId: string,
    @Body() body: UpdateTokenDto,
  ): Promise<TokenView> {
    return this.tokens.setEnd(member, integrationId, tokenId, body.expiresAt);
  }

  /** Stopping a leak must be easy, so Support may (A30); a stolen Support account must not stop all provisioning silently (SEC-17). */
  @Post(':tokenId/revoke')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin', 'support')
  revoke(
    @CurrentMember() member: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
    @Param('tokenId', IdPipe) tokenId: string,
  ): Promise<TokenView> {
    return this.tokens.revoke(member, integrationId, tokenId);
  }
}
