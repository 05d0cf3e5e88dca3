import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { EventsModule } from '../events/events.module';
import { ChangeUndo } from './change-undo';
import { DeactivationsRepository } from './deactivations.repository';
import { DeletedRecordsRepository } from './deleted-records.repository';
import { DeletionPurge } from './deletion-purge';
import { GroupRestoration } from './group-restoration';
import { PurgeController } from './purge.controller';
import { PurgeRepository } from './purge.repository';
import { PurgeService } from './purge.service';
import { RecordReturn } from './record-return';
import { RestorationController } from './restoration.controller';
import { RestorationService } from './restoration.service';
import { UserRestoration } from './user-restoration';

/** What was deleted or turned off comes back as it was, within 30 days. */
@Module({
  imports: [EventsModule, DirectoryModule],
  controllers: [RestorationController, PurgeController],
  providers: [
    RestorationService,
    UserRestoration,
    GroupRestoration,
    ChangeUndo,
    DeletedRecordsRepository,
    RecordReturn,
    DeactivationsRepository,
    DeletionPurge,
    PurgeService,
    PurgeRepository,
  ],
  exports: [UserRestoration, GroupRestoration, ChangeUndo],
})
export class RestorationModule {}
