import { ListingService } from '../listing/listing.service';
import { ResourceController } from '../resources/resource.controller';
import { ScimController } from '../wire/scim-controller.decorator';
import { UserListing } from './user-listing';
import { UsersService } from './users.service';

/** RFC 7644 §3.2: /Users. */
@ScimController('Users')
export class UsersController extends ResourceController {
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- Nest reads from its parameters what to pass to the base class
  constructor(users: UsersService, listing: ListingService, source: UserListing) {
    super(users, listing, source);
  }
}
