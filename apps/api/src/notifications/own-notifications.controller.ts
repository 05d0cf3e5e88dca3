import { Body, Get, Patch } from '@nestjs/common';
import type { OwnNotifications } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { UpdateOwnNotificationsDto } from './notification.dto';
import { OwnNotificationsService } from './own-notifications.service';

/** One's own e-mail; only Owners and Admins get any. */
@ConsoleController('account/notifications')
export class OwnNotificationsController {
  constructor(private readonly own: OwnNotificationsService) {}

  @Get()
  @ConsoleAuth('owner', 'admin')
  view(@CurrentMember() member: SignedInMember): Promise<OwnNotifications> {
    return this.own.view(member);
  }

  @Patch()
  @ConsoleAuth('owner', 'admin')
  update(@CurrentMember() member: SignedInMember, @Body() body: UpdateOwnNotificationsDto): Promise<OwnNotifications> {
    return this.own.update(member, body);
  }
}
