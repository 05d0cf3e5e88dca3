import { Inject, type Type } from '@nestjs/common';
import { ListingService } from '../listing/listing.service';
import { ResourceController } from '../resources/resource.controller';
import { ScimController } from '../wire/scim-controller.decorator';
import { CustomTypes, type CustomType } from './custom-types';

/** The endpoint of a registered type: a controller class of its own, so that there is no such route unless the type is registered. */
export function customResourcesController(endpoint: string): Type<ResourceController> {
  @ScimController(endpoint.slice(1))
  class CustomResourcesController extends ResourceController {
    constructor(@Inject(CustomTypes) types: CustomTypes, @Inject(ListingService) listing: ListingService) {
      const { resources, source } = atWork(types, endpoint);
      super(resources, listing, source);
    }
  }
  return CustomResourcesController;
}

function atWork(types: CustomTypes, endpoint: string): CustomType {
  const type = types.at(endpoint);
  if (!type) throw new Error(`no type is registered at ${endpoint}`);
  return type;
}
