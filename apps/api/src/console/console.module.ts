import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ConsoleErrorFilter } from './console-error.filter';

/** Errors that no controller's own filter takes, such as a body that does not parse, are answered like the console's. */
@Module({ providers: [{ provide: APP_FILTER, useClass: ConsoleErrorFilter }] })
export class ConsoleModule {}
