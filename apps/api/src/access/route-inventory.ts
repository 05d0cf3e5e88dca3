import { Injectable, RequestMethod, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, RECENT_SIGN_IN, type Access } from './access.decorators';

/** A handler that HTTP can reach. */
export interface GuardedRoute {
  readonly handler: string;
  /** In capitals, as HTTP has it. */
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
  readonly guards: number;
  readonly needsRecentSignIn: boolean;
}

/** Knows every handler of the server, and refuses to start with one that does not say who may call it (SEC-15). */
@Injectable()
export class RouteInventory implements OnApplicationBootstrap {
  constructor(private readonly modules: ModulesContainer) {}

  onApplicationBootstrap(): void {
    const open = findUnguarded(this.routes());
    if (open.length > 0)
      throw new Error(`These handlers do not say who may call them, or have no guard: ${open.join(', ')}`);
  }

  routes(): GuardedRoute[] {
    const controllers = [...this.modules.values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => (metatype ? routesOf(metatype as Type) : []));
  }
}

export function findUnguarded(routes: readonly GuardedRoute[]): string[] {
  return routes
    .filter(({ access, guards }) => access === undefined || (access.kind !== 'public' && guards === 0))
    .map(({ handler }) => handler);
}

export function routesOf(controller: Type): GuardedRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name] ?? {}))
    .map((name) => describe(controller, name, prototype[name] ?? {}));
}

function describe(controller: Type, name: string, method: object): GuardedRoute {
  const both = [method, controller];
  const paths = both.map((target) => Reflect.getMetadata(PATH_METADATA, target) as string | undefined).reverse();
  return {
    handler: `${controller.name}.${name}`,
    method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod],
    path: `/${paths.join('/')}`.replace(/\/+/g, '/'),
    access: both
      .map((target) => Reflect.getMetadata(ACCESS, target) as Access | undefined)
      .find((access) => access !== undefined),
    guards: both.flatMap((target) => (Reflect.getMetadata(GUARDS_METADATA, target) as unknown[] | undefined) ?? [])
      .length,
    needsRecentSignIn: both.some((target) => Reflect.getMetadata(RECENT_SIGN_IN, target) === true),
  };
}
