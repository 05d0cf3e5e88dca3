import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './api/session';
import { enterSessionWords } from './i18n/translations';
import {
  readActivitySearch,
  readGroupSearch,
  readGroupTab,
  readIntegrationTab,
  readRequestSearch,
  readSetupSearch,
  readSignInSearch,
  readUserPageSearch,
  readUserSearch,
  readWizardSearch,
} from './search-params';
import { CrashFace } from './shell/crash-face';
import { NotFoundPage } from './shell/not-found.page';
import { RootLayout } from './shell/root-layout';
import { safeReturnPath } from './return-path';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashFace,
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: readSetupSearch,
  component: lazyRouteComponent(() => import('./team/setup.page'), 'SetupPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./team/sign-in.page'), 'SignInPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./team/invitation.page'), 'InvitationPage'),
});

/** The words of all pages come beside the layout that is around them. */
async function signedInLayout() {
  const [layout] = await Promise.all([import('./signed-in-layout'), enterSessionWords()]);
  return layout;
}

/** Everything behind it needs a session; whoever has none signs in and comes back. */
const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: lazyRouteComponent(signedInLayout, 'SignedInLayout'),
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) {
      const to = safeReturnPath(location.href);
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
      throw redirect({ to: '/sign-in', search: to === undefined ? {} : { to }, replace: true });
    }
  },
});

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
    throw redirect({ to: '/users', replace: true });
  },
});

const integrationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/integrations',
  component: lazyRouteComponent(() => import('./integrations/integrations.page'), 'IntegrationsPage'),
});

const discoverRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/integrations/discover',
  component: lazyRouteComponent(() => import('./integrations/discover.page'), 'DiscoverPage'),
});

const wizardRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/integrations/discover/scim',
  validateSearch: readWizardSearch,
  component: lazyRouteComponent(() => import('./integrations/wizard/wizard.page'), 'WizardPage'),
});

const integrationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/integrations/$integrationId',
  validateSearch: readIntegrationTab,
  component: lazyRouteComponent(() => import('./integrations/integration.page'), 'IntegrationPage'),
});

const brakeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/integrations/$integrationId/brake',
  component: lazyRouteComponent(() => import('./brake/brake.page'), 'BrakePage'),
});

const tripRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/brake/$tripId',
  component: lazyRouteComponent(() => import('./brake/trip.page'), 'TripPage'),
});

const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users',
  validateSearch: readUserSearch,
  component: lazyRouteComponent(() => import('./directory/users.page'), 'UsersPage'),
});

const userRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users/$userId',
  validateSearch: readUserPageSearch,
  component: lazyRouteComponent(() => import('./directory/user.page'), 'UserPage'),
});

const groupsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/groups',
  validateSearch: readGroupSearch,
  component: lazyRouteComponent(() => import('./directory/groups.page'), 'GroupsPage'),
});

const groupRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/groups/$groupId',
  validateSearch: readGroupTab,
  component: lazyRouteComponent(() => import('./directory/group.page'), 'GroupPage'),
});

const requestsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/requests',
  validateSearch: readRequestSearch,
  component: lazyRouteComponent(() => import('./requests/requests.page'), 'RequestsPage'),
});

const requestRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/requests/$requestId',
  validateSearch: readRequestSearch,
  component: lazyRouteComponent(() => import('./requests/request.page'), 'RequestPage'),
});

const activityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/activity',
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import('./activity/activity.page'), 'ActivityPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team',
  component: lazyRouteComponent(() => import('./team/team.page'), 'TeamPage'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications/notifications.page'), 'NotificationsPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./team/account.page'), 'AccountPage'),
});

const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  invitationRoute,
  appRoute.addChildren([
    homeRoute,
    integrationsRoute,
    discoverRoute,
    wizardRoute,
    integrationRoute,
    brakeRoute,
    tripRoute,
    usersRoute,
    userRoute,
    groupsRoute,
    groupRoute,
    requestsRoute,
    requestRoute,
    activityRoute,
    teamRoute,
    notificationsRoute,
    accountRoute,
  ]),
]);

export function createConsoleRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    ...(history === undefined ? {} : { history }),
  });
}

export type ConsoleRouter = ReturnType<typeof createConsoleRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: ConsoleRouter;
  }
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** The integration that has just been made, to be marked in the list. */
    fresh?: string;
  }
}
