import { Module } from '@nestjs/common';
import { LogSearch } from './log-search';
import { MemberChangesRepository } from './member-changes.repository';
import { OpenParts } from './open-parts';
import { RequestsController } from './requests.controller';
import { RequestsRepository } from './requests.repository';
import { RequestsService } from './requests.service';

/** The log of SCIM requests as the console reads it; what writes it is the request log's own module. */
@Module({
  controllers: [RequestsController],
  providers: [RequestsService, RequestsRepository, LogSearch, OpenParts, MemberChangesRepository],
})
export class RequestsModule {}
