import { Module } from '@nestjs/common';
import { GroupMembersRepository } from './group-members.repository';
import { DirectoryGroupsController } from './groups.controller';
import { GroupsRepository } from './groups.repository';
import { DirectoryGroupsService } from './groups.service';
import { HistoryRepository } from './history.repository';
import { DirectoryUsersController } from './users.controller';
import { UsersRepository } from './users.repository';
import { DirectoryUsersService } from './users.service';

/** People, groups and memberships as the console reads them. */
@Module({
  controllers: [DirectoryUsersController, DirectoryGroupsController],
  providers: [
    DirectoryUsersService,
    UsersRepository,
    DirectoryGroupsService,
    GroupsRepository,
    GroupMembersRepository,
    HistoryRepository,
  ],
})
export class DirectoryModule {}
