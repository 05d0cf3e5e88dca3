import { Global, Module } from '@nestjs/common';
import { ActivityExport } from './activity-export.service';
import { ActivityLog } from './activity-log';
import { ActivityViews } from './activity-views.service';
import { ActivityController } from './activity.controller';
import { ActivityRepository } from './activity.repository';
import { OwnerAlertsController } from './owner-alerts.controller';
import { OwnerAlertsRepository } from './owner-alerts.repository';

/** Who did what. Global, because every feature writes to it. */
@Global()
@Module({
  controllers: [ActivityController, OwnerAlertsController],
  providers: [ActivityLog, ActivityRepository, ActivityViews, ActivityExport, OwnerAlertsRepository],
  exports: [ActivityLog],
})
export class ActivityModule {}
