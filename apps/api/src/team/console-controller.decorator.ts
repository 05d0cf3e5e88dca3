import { applyDecorators, Controller, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import { ConsoleErrorFilter } from '../console/console-error.filter';
import { inputValidation } from '../console/input-validation';
import { SessionGuard } from './session.guard';

/** A controller of the console's API: session and roles, cross-site defence, allow-listed input, the console's error body. */
export function ConsoleController(path: string): ClassDecorator {
  return applyDecorators(
    Controller(`api/console/${path}`),
    UseGuards(SessionGuard),
    UsePipes(inputValidation()),
    UseFilters(ConsoleErrorFilter),
  );
}
