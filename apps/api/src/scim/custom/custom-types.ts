import { Injectable } from '@nestjs/common';
import { ResourceCountFolder } from '../../events/resource-count-folder';
import { ScimTypes } from '../registry';
import { CustomListing } from './custom-listing';
import { CustomResourcesRepository } from './custom-resources.repository';
import { CustomResourcesService } from './custom-resources.service';

/** A registered type at work. */
export interface CustomType {
  readonly resources: CustomResourcesService;
  readonly source: CustomListing;
}

/** The types that the operator registered; none, unless there is a file (docs/extend-schemas.md). */
@Injectable()
export class CustomTypes {
  /** In the order of the file. */
  readonly all: readonly CustomType[];

  constructor(types: ScimTypes, resources: CustomResourcesRepository, counts: ResourceCountFolder) {
    this.all = types.custom.map((type) => ({
      resources: new CustomResourcesService(type, resources, counts),
      source: new CustomListing(type),
    }));
  }

  /** By "/Devices". */
  at(endpoint: string): CustomType | undefined {
    return this.all.find(({ source }) => source.type.endpoint === endpoint);
  }
}
