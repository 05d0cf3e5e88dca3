import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { RouteInventory } from './route-inventory';

/** Deny by default: who may call what is said at the handler, and nowhere by path. */
@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }, RouteInventory], exports: [RouteInventory] })
export class AccessModule {}
