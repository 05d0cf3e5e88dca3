import { Get, Query } from '@nestjs/common';
import type { ActivityPage } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { ConsoleDatabase } from '../database/console-database';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { ActivityQueryDto } from './activity-query.dto';
import { ActivityRepository } from './activity.repository';

/** Who did what (A34). There is no way to change it. */
@ConsoleController('activity')
export class ActivityController {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly activity: ActivityRepository,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: ActivityQueryDto): Promise<ActivityPage> {
    return this.database.inTenant(tenantId, (em) => this.activity.page(em, tenantId, query));
  }
}
