import { Body, Get, HttpCode, Post } from '@nestjs/common';
import type { OwnerAlert } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { ConsoleDatabase } from '../database/console-database';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { AlertsSeenDto } from './activity-query.dto';
import { OwnerAlertsRepository } from './owner-alerts.repository';

/** Tokens that Support has revoked: a stolen Support account must not stop provisioning silently (SEC-17). */
@ConsoleController('alerts')
export class OwnerAlertsController {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly alerts: OwnerAlertsRepository,
  ) {}

  @Get()
  @ConsoleAuth('owner')
  unseen(@CurrentMember() member: SignedInMember): Promise<OwnerAlert[]> {
    return this.database.inTenant(member.tenantId, (em) => this.alerts.unseen(em, member));
  }

  @Post('seen')
  @HttpCode(204)
  @ConsoleAuth('owner')
  markSeen(@CurrentMember() member: SignedInMember, @Body() body: AlertsSeenDto): Promise<void> {
    return this.database.inTenant(member.tenantId, (em) => this.alerts.markSeen(em, member, body.id));
  }
}
