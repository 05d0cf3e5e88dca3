import { HttpCode, Param, Post } from '@nestjs/common';
import type { GroupView, UserView } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { RestorationService } from './restoration.service';

/** Undoing within the 30 days (C09). */
@ConsoleController('')
export class RestorationController {
  constructor(private readonly restoration: RestorationService) {}

  @Post('users/:id/restore')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  restoreUser(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<UserView> {
    return this.restoration.restoreUser(member, id);
  }

  @Post('groups/:id/restore')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  restoreGroup(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<GroupView> {
    return this.restoration.restoreGroup(member, id);
  }
}
