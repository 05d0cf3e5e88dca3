import { Module } from '@nestjs/common';
import { GroupVersionFolder } from './group-version-folder';
import { ResourceCountFolder } from './resource-count-folder';

/** What follows from changes of the directory, after they are committed. */
@Module({ providers: [GroupVersionFolder, ResourceCountFolder], exports: [GroupVersionFolder, ResourceCountFolder] })
export class EventsModule {}
