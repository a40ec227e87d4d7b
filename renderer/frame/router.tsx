import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { FIELD } from '../consult/place/focus.ts';
import { AboutScreen } from '../screens/about/AboutScreen.tsx';
import { AccountScreen } from '../screens/account/AccountScreen.tsx';
import { ApproveScreen } from '../screens/approve/ApproveScreen.tsx';
import { BackupsPage } from '../screens/backups/BackupsPage.tsx';
import { RestoreScreen } from '../screens/backups/RestoreScreen.tsx';
import { restoreSearch } from '../screens/backups/restoreSearch.ts';
import { CallsScreen } from '../screens/calls/CallsScreen.tsx';
import { DeskScreen } from '../screens/desk/DeskScreen.tsx';
import { deskOfSearch } from '../screens/desk/deskSearch.ts';
import { FilesScreen } from '../screens/files/FilesScreen.tsx';
import { LogPage } from '../screens/log/LogPage.tsx';
import { logOfSearch } from '../screens/log/logSearch.ts';
import { PatientScreen } from '../screens/patient/PatientScreen.tsx';
import { PatientsScreen } from '../screens/patients/PatientsScreen.tsx';
import { historyOfSearch } from '../screens/printHistory/historySearch.ts';
import { PrintHistoryScreen } from '../screens/printHistory/PrintHistoryScreen.tsx';
import { PrintSettingsPage } from '../screens/printSettings/PrintSettingsPage.tsx';
import { SecondComputerPage } from '../screens/secondComputer/SecondComputerPage.tsx';
import { ClinicPage } from '../screens/settings/ClinicPage.tsx';
import { PeoplePage } from '../screens/settings/people/PeoplePage.tsx';
import { TopicsPage } from '../screens/settings/TopicsPage.tsx';
import { SetUpScreen } from '../screens/setup/SetUpScreen.tsx';
import { SignInScreen } from '../screens/signIn/SignInScreen.tsx';
import { SupportPage } from '../screens/support/SupportPage.tsx';
import { UpdatesPage } from '../screens/updates/UpdatesPage.tsx';
import { Broken } from './Broken.tsx';
import { NotFound } from './NotFound.tsx';
import { Window } from './Window.tsx';

const root = createRootRoute({ component: Window, notFoundComponent: NotFound, errorComponent: Broken });
const route = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({ ...route('/'), component: PatientsScreen }),
  createRoute({ ...route('/setup'), component: SetUpScreen }),
  createRoute({ ...route('/sign-in'), component: SignInScreen }),
  createRoute({ ...route('/settings'), component: ClinicPage }),
  createRoute({ ...route('/settings/people'), component: PeoplePage }),
  createRoute({ ...route('/settings/topics'), component: TopicsPage }),
  createRoute({ ...route('/settings/backups'), component: BackupsPage }),
  createRoute({ ...route('/settings/printing'), component: PrintSettingsPage }),
  createRoute({ ...route('/settings/updates'), component: UpdatesPage }),
  createRoute({ ...route('/settings/second-computer'), component: SecondComputerPage }),
  createRoute({ ...route('/settings/log'), component: LogPage, validateSearch: logOfSearch }),
  createRoute({ ...route('/restore'), component: RestoreScreen, validateSearch: restoreSearch }),
  createRoute({ ...route('/settings/support'), component: SupportPage }),
  createRoute({ ...route('/account'), component: AccountScreen }),
  createRoute({ ...route('/about'), component: AboutScreen }),
  createRoute({ ...route('/calls'), component: CallsScreen }),
  createRoute({ ...route('/desk'), component: DeskScreen, validateSearch: deskOfSearch }),
  createRoute({ ...route('/desk/history'), component: PrintHistoryScreen, validateSearch: historyOfSearch }),
  createRoute({ ...route('/files'), component: FilesScreen }),
  createRoute({ ...route('/patients/$patientId'), component: PatientScreen }),
  createRoute({ ...route('/approve/$hash'), component: ApproveScreen }),
  createRoute({
    ...route('/consult/$consultationId/check'),
    component: lazyRouteComponent(() => import('../consult/CheckScreen.tsx'), 'CheckScreen'),
  }),
  createRoute({
    ...route('/consult/$consultationId/since'),
    component: lazyRouteComponent(() => import('../consult/followUp/SinceScreen.tsx'), 'SinceScreen'),
  }),
  createRoute({
    ...route('/consult/$consultationId/final'),
    component: lazyRouteComponent(() => import('../consult/FinalScreen.tsx'), 'FinalScreen'),
  }),
  createRoute({
    ...route('/consult/$consultationId/papers'),
    component: lazyRouteComponent(() => import('../screens/papers/PapersScreen.tsx'), 'PapersScreen'),
  }),
  createRoute({
    ...route('/consult/$consultationId/amend'),
    component: lazyRouteComponent(() => import('../amend/AmendScreen.tsx'), 'AmendScreen'),
  }),
  createRoute({
    ...route('/consult/$consultationId/$section'),
    component: lazyRouteComponent(() => import('../consult/ConsultScreen.tsx'), 'ConsultScreen'),
  }),
]);

function showFocus(): void {
  const focused = document.activeElement;
  if (focused && focused !== document.body) (focused.closest(`[${FIELD}]`) ?? focused).scrollIntoView({ block: 'nearest' });
}

/** The window's screens. The address keeps the place over a reload. */
export function createWindowRouter() {
  const router = createRouter({ routeTree, history: createHashHistory(), defaultPreload: false, defaultErrorComponent: Broken });
  // The router shows a new screen from its top, after the screen has set the focus: in a small window that may be below.
  router.subscribe('onRendered', showFocus);
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWindowRouter>;
  }
}
