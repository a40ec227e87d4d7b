import type { Status } from '#core/contract/shapes.ts';
import type { Store } from '../store/store.ts';
import { machineTimeZone, todayIn } from './clock.ts';
import { actorOf } from './context.ts';
import type { Cover } from './cover.ts';
import type { Looks } from './look.ts';
import type { SignIns } from './signIns.ts';
import type { StoreWatch } from './storeWatch.ts';

interface Asked {
  signIns: SignIns;
  cover: Cover;
  /** The clinic's own store; the sample clinic is seen only from within. */
  clinic: Store;
  /** The folder of that store. */
  dataFolder: string;
  /** Of a window on a second computer: it learns nothing of the folders of this one. */
  device: { name: string } | undefined;
  watch: StoreWatch;
  looks: Looks;
  now: () => Date;
  version: string;
}

/** What a window may know: all of it once signed in, otherwise only who may sign in. */
export async function statusOf(
  windowId: string,
  { signIns, cover, clinic, dataFolder, device, watch, looks, now, version }: Asked,
): Promise<Status> {
  const where = { dataFolder: device ? '' : dataFolder, device: device ? { name: device.name } : null };
  const signIn = signIns.of(windowId);
  if (signIn) {
    const actor = actorOf(signIn, now);
    const settings = await signIn.store.run('clinic.read', null, actor);
    const people = await signIn.store.run('users.list', null, actor);
    return {
      version,
      ...where,
      state: 'open',
      sample: signIn.sample,
      clinicName: settings.clinic.name,
      user: signIn.user,
      covered: null,
      hasPin: people.find(({ id }) => id === signIn.user.id)?.hasPin ?? false,
      mustChangePassword: signIn.mustChangePassword,
      idleMinutes: signIn.sample ? null : settings.program.idleMinutes,
      users: [],
      today: todayIn(settings.timeZone, now()),
      timeZone: settings.timeZone,
      fault: null,
      look: await looks.of(signIn),
      warnings: watch.warningsFor(signIn),
    };
  }
  const { state, users, fault } = await clinic.state();
  const timeZone = machineTimeZone();
  return {
    version,
    ...where,
    state: state === 'absent' && fault === null ? 'first' : 'locked',
    sample: false,
    clinicName: null,
    user: null,
    covered: cover.behind(windowId),
    hasPin: false,
    mustChangePassword: false,
    idleMinutes: null,
    users,
    today: todayIn(timeZone, now()),
    timeZone,
    fault,
    look: await looks.of(undefined),
    warnings: [],
  };
}
