import { Module } from '@nestjs/common';
import { DeletedController } from './deleted.controller';
import { DeletedResourcesRepository } from './deleted-resources.repository';
import { DeletedResourcesService } from './deleted-resources.service';
import { ExportController } from './export.controller';
import { ExportService } from './export.service';
import { GroupMembersRepository } from './group-members.repository';
import { DirectoryGroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { DirectoryGroupsService } from './groups.service';
import { HistoryRepository } from './history.repository';
import { MembershipsRepository } from './memberships.repository';
import { PastMembersRepository } from './past-members.repository';
import { PeopleStories } from './people-stories.service';
import { PersonFactsRepository } from './person-facts.repository';
import { PersonService } from './person.service';
import { TimeLine } from './time-line';
import { DirectoryUsersController } from './users.controller';
import { UsersRepository } from './users.repository';
import { DirectoryUsersService } from './users.service';
import { WorkValuesRepository } from './work-values.repository';

/** People, groups and memberships as the console reads them. */
@Module({
  controllers: [DirectoryUsersController, DirectoryGroupsController, DeletedController, ExportController],
  providers: [
    DirectoryUsersService,
    UsersRepository,
    DirectoryGroupsService,
    GroupsRepository,
    GroupMembersRepository,
    HistoryRepository,
    MembershipsRepository,
    PersonFactsRepository,
    PeopleStories,
    PersonService,
    TimeLine,
    PastMembersRepository,
    WorkValuesRepository,
    DeletedResourcesRepository,
    DeletedResourcesService,
    ExportService,
  ],
  exports: [PersonService, DirectoryGroupsService],
})
export class DirectoryModule {}
