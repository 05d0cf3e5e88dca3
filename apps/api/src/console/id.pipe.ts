import type { PipeTransform } from '@nestjs/common';
import { notFound } from './console-error';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id in a path. What has not the form of one names nothing. */
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw notFound('thing');
    return value.toLowerCase();
  }
}
