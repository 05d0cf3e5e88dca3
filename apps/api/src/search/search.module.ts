import { Module } from '@nestjs/common';
import { PeopleHitsRepository } from './people-hits.repository';
import { SearchController } from './search.controller';
import { SearchService } from './search.service';
import { ThingHitsRepository } from './thing-hits.repository';
import { TracesRepository } from './traces.repository';

/** One box over people, groups, integrations and requests (C03, C04). */
@Module({
  controllers: [SearchController],
  providers: [SearchService, PeopleHitsRepository, ThingHitsRepository, TracesRepository],
})
export class SearchModule {}
