import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { RequestLogModule } from '../requests/request-log.module';
import { RestorationModule } from '../restoration/restoration.module';
import { AffectedPeopleRepository } from './affected-people.repository';
import { BrakeEvaluation } from './brake-evaluation';
import { BrakeJobs } from './brake-jobs';
import { BrakeJobsRepository } from './brake-jobs.repository';
import { BrakeWatch } from './brake-watch';
import { BrakeController } from './brake.controller';
import { BrakeRepository } from './brake.repository';
import { BrakeService } from './brake.service';
import { DecisionSteps } from './decision-steps';
import { DecisionsService } from './decisions.service';
import { Settlement } from './settlement';

/** Notices when a provider takes access from many people at once, holds what cannot be undone, and undoes the rest. */
@Module({
  imports: [EventsModule, RequestLogModule, RestorationModule],
  controllers: [BrakeController],
  providers: [
    BrakeService,
    BrakeRepository,
    AffectedPeopleRepository,
    BrakeEvaluation,
    BrakeWatch,
    DecisionsService,
    DecisionSteps,
    Settlement,
    BrakeJobs,
    BrakeJobsRepository,
  ],
})
export class BrakeModule {}
