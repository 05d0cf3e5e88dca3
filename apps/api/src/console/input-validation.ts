import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { badInput } from './console-error';

/** Bodies and queries of the console's API pass an allow-list: what a DTO does not name is refused, never ignored (SEC-18). */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      badInput(Object.fromEntries(errors.map((error) => [error.property, sentenceOf(error)]))),
  });
}

function sentenceOf(error: ValidationError): string {
  const [first] = Object.values(error.constraints ?? {});
  return first ?? `${error.property} is not valid`;
}
