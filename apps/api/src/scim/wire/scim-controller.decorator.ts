import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { Public, ScimAuth } from '../../access/access.decorators';
import { ScimBearerGuard } from './scim-bearer.guard';
import { ScimErrorFilter } from './scim-error.filter';
import { SCIM_BASE } from './scim-url';

/** A controller below the SCIM base: bearer guard, SCIM error body. No interceptor: one costs more than all of ours (performance.md 6). */
export function ScimController(path: string): ClassDecorator {
  return applyDecorators(
    Controller(`${SCIM_BASE}/${path}`),
    ScimAuth(),
    UseGuards(ScimBearerGuard),
    UseFilters(ScimErrorFilter),
  );
}

/** The same for what anybody may read. */
export function PublicScimController(path: string): ClassDecorator {
  return applyDecorators(Controller(`${SCIM_BASE}/${path}`), Public(), UseFilters(ScimErrorFilter));
}
