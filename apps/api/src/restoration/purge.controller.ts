import { Body, Get, HttpCode, Post } from '@nestjs/common';
import type { PurgeView } from '@rollcall/admin-contracts';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { PausePurgeDto } from './purge.dto';
import { PurgeService } from './purge.service';

/** The removal of what was deleted, paused and resumed. */
@ConsoleController('purge')
export class PurgeController {
  constructor(private readonly purge: PurgeService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  view(@CurrentMember() { tenantId }: SignedInMember): Promise<PurgeView> {
    return this.purge.view(tenantId);
  }

  @Post('pause')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  pause(@CurrentMember() member: SignedInMember, @Body() { reason }: PausePurgeDto): Promise<PurgeView> {
    return this.purge.pause(member, reason);
  }

  /** Lets go for good what has waited, so whoever does it has signed in recently. */
  @Post('resume')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  @NeedsRecentSignIn()
  resume(@CurrentMember() member: SignedInMember): Promise<PurgeView> {
    return this.purge.resume(member);
  }
}
