import { Global, Module } from '@nestjs/common';
import { ActivityLog } from './activity-log';
import { ActivityController } from './activity.controller';
import { ActivityRepository } from './activity.repository';

/** Who did what in the console. Global, because every feature writes to it. */
@Global()
@Module({ controllers: [ActivityController], providers: [ActivityLog, ActivityRepository], exports: [ActivityLog] })
export class ActivityModule {}
