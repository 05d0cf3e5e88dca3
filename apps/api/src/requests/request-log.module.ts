import { Module } from '@nestjs/common';
import { RequestLog } from './request-log';
import { RequestRetention } from './request-retention';

/** The write side of the request log. */
@Module({ providers: [RequestLog, RequestRetention], exports: [RequestLog] })
export class RequestLogModule {}
