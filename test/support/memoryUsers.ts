import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import { changedLook } from '#core/contract/look.ts';
import type { ClinicSettings, Status, User } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';

/** A person who may sign in, with what opens the window for her. */
export interface MemoryPerson {
  row: UserRow;
  password: string;
  pin: string | null;
}

/** What the ways in and out need of a backend in memory. */
interface DoorState {
  status: Status;
  settings: ClinicSettings;
  people: MemoryPerson[];
  refusesCover: string | null;
  tries: number;
  /** Why the store can't be opened by whoever signs in; null: it can. */
  backups: { opensWith: { fault: string; message: string } | null };
  calls: { path: string; input: unknown }[];
}

const LAST_SIGN_IN = '2026-12-01T03:30:00.000Z';
const TRIES = 3;
export const RECOVERY_KEY = 'AB12K-CD34M-EF56N-GH78P-JK90Q-RS12T-VW34X-YZ567';

/** A person in memory; her password is that of the clinic's first doctor unless another is given. */
export function memoryPerson(user: User, change: Partial<UserRow> = {}, password = 'correct horse'): MemoryPerson {
  const row = { ...user, rev: 1, retired: false, mustChangePassword: false, hasPin: false, lastSignIn: LAST_SIGN_IN, ...change };
  return { row, password, pin: row.hasPin ? '2468' : null };
}

export const COUNSELLOR: User = { id: '00000000-0000-4000-8000-000000000002', name: 'Sister MEENA (sample)', roles: ['counsellor'] };
export const RECEPTION: User = { id: '00000000-0000-4000-8000-000000000003', name: 'RAVI (sample)', roles: ['reception'] };

const userOf = ({ id, name, roles, doctor }: UserRow): User => ({ id, name, roles, ...(doctor ? { doctor } : {}) });

function personOf(state: DoorState, id: string | undefined): MemoryPerson | undefined {
  return state.people.find(({ row }) => row.id === id);
}

/** Closes the window; who may come back with a PIN is said. */
function close(state: DoorState, covered: Status['covered']): Status {
  const users = state.people.filter(({ row }) => !row.retired).map(({ row }) => ({ id: row.id, name: row.name }));
  state.status = {
    ...state.status,
    state: 'locked',
    sample: false,
    user: null,
    covered,
    hasPin: false,
    mustChangePassword: false,
    idleMinutes: null,
    users,
  };
  return state.status;
}

/** Opens the window for a person. */
export function enterAs(state: DoorState, person: MemoryPerson): User {
  const user = userOf(person.row);
  state.tries = 0;
  state.status = {
    ...state.status,
    state: 'open',
    user,
    covered: null,
    clinicName: state.settings.clinic.name,
    hasPin: person.pin !== null,
    mustChangePassword: person.row.mustChangePassword,
    idleMinutes: state.settings.program.idleMinutes,
  };
  return user;
}

const os = implement(contract);

/** The ways in and out of a window. */
export function memoryDoor(state: DoorState) {
  const note = (path: string, input: unknown) => state.calls.push({ path, input });
  return {
    signIn: os.app.signIn.handler(({ input, errors }) => {
      const { opensWith } = state.backups;
      if (opensWith) throw errors.STORE_FAULT({ message: opensWith.message, data: { fault: opensWith.fault } });
      note('app.signIn', input);
      const person = personOf(state, input.userId);
      if (person && !person.row.retired && input.password === person.password) return enterAs(state, person);
      state.tries += 1;
      throw errors.WRONG_PASSWORD({
        message: 'This password is not right. Check the capital letters and try again.',
        data: state.tries > 1 ? { waitSeconds: 30 } : {},
      });
    }),
    licences: os.app.licences.handler(() =>
      ['Consultleaf', ...Array.from({ length: 80 }, (_, index) => `part-${index + 1}`)].map((name) => ({
        name,
        version: '1.0.0',
        licence: 'MIT',
        text: `MIT License of ${name}`,
      })),
    ),
    diagnostics: os.app.diagnostics.handler(({ input }) => {
      note('app.diagnostics', input);
      return { text: 'Consultleaf, report for support\n', fileName: 'Consultleaf-report-2026-12-02.txt' };
    }),
    setLook: os.app.setLook.handler(({ input }) => {
      note('app.setLook', input);
      state.status = { ...state.status, look: changedLook(state.status.look, input) };
      return state.status.look;
    }),
    signOut: os.app.signOut.handler(() => {
      close(state, null);
      return null;
    }),
    cover: os.app.cover.handler(({ errors }) => {
      note('app.cover', null);
      if (state.refusesCover) throw errors.INTERNAL({ message: state.refusesCover, data: {} });
      const person = personOf(state, state.status.user?.id);
      return close(state, person?.pin ? { user: { id: person.row.id, name: person.row.name }, triesLeft: TRIES } : null);
    }),
    uncover: os.app.uncover.handler(({ input, errors }) => {
      const { covered } = state.status;
      const person = personOf(state, covered?.user.id);
      if (!covered || !person) throw errors.NOT_SIGNED_IN({ message: 'Sign in with the password.', data: {} });
      if (input.pin === person.pin) return enterAs(state, person);
      const triesLeft = covered.triesLeft - 1;
      state.status = { ...state.status, covered: triesLeft > 0 ? { ...covered, triesLeft } : null };
      throw errors.WRONG_PASSWORD({ message: 'This PIN is not right.', data: { triesLeft } });
    }),
  };
}

/** People, for an administrator. */
export function memoryUsers(state: DoorState) {
  const own = () => personOf(state, state.status.user?.id)?.password;
  const rightPassword = (typed: string, refuse: (options: { message: string; data: object }) => Error) => {
    if (typed !== own()) throw refuse({ message: 'This is not your password. Check the capital letters and try again.', data: {} });
  };
  const change = (id: string, changes: Partial<UserRow>) => {
    state.people = state.people.map((each) =>
      each.row.id === id ? { ...each, row: { ...each.row, ...changes, rev: each.row.rev + 1 } } : each,
    );
    const changed = personOf(state, id);
    if (!changed) throw new Error('nobody has this id');
    return changed.row;
  };
  return {
    users: {
      list: os.users.list.handler(() => state.people.map(({ row }) => row)),
      add: os.users.add.handler(({ input, errors }) => {
        rightPassword(input.ownPassword, errors.WRONG_PASSWORD);
        const { name, roles, doctor } = input;
        const id = `00000000-0000-4000-8000-${String(state.people.length + 100).padStart(12, '0')}`;
        const user = { id, name, roles, ...(doctor ? { doctor } : {}) };
        const person = memoryPerson(user, { mustChangePassword: true, lastSignIn: null }, input.password);
        state.people = [...state.people, person];
        return person.row;
      }),
      save: os.users.save.handler(({ input, errors }) => {
        const { id, rev, ...changes } = input;
        const person = personOf(state, id);
        if (rev !== person?.row.rev) {
          throw errors.CHANGED_ELSEWHERE({
            message: 'Somebody saved in between.',
            data: { rev: person?.row.rev ?? 0, theirs: person?.row },
          });
        }
        return change(id, changes);
      }),
      resetPassword: os.users.resetPassword.handler(({ input, errors }) => {
        rightPassword(input.ownPassword, errors.WRONG_PASSWORD);
        const person = personOf(state, input.id);
        if (person) Object.assign(person, { password: input.password, pin: null });
        return change(input.id, { mustChangePassword: true, hasPin: false });
      }),
      retire: os.users.retire.handler(({ input }) => change(input.id, { retired: true, hasPin: false })),
      renewRecoveryKey: os.users.renewRecoveryKey.handler(({ input, errors }) => {
        rightPassword(input.ownPassword, errors.WRONG_PASSWORD);
        return { recoveryKey: RECOVERY_KEY };
      }),
      recoveryKeyPdf: os.users.recoveryKeyPdf.handler(({ input }) => {
        state.calls.push({ path: 'users.recoveryKeyPdf', input });
        return { base64: btoa('%PDF-1.7'), pages: 1, fileName: 'Consultleaf-recovery-key.pdf' };
      }),
    },
    account: {
      changePassword: os.account.changePassword.handler(({ input, errors }) => {
        rightPassword(input.ownPassword, errors.WRONG_PASSWORD);
        const person = personOf(state, state.status.user?.id);
        if (person) person.password = input.newPassword;
        state.status = { ...state.status, mustChangePassword: false };
        return null;
      }),
      setPin: os.account.setPin.handler(({ input, errors }) => {
        rightPassword(input.ownPassword, errors.WRONG_PASSWORD);
        const person = personOf(state, state.status.user?.id);
        if (person) person.pin = input.pin;
        state.status = { ...state.status, hasPin: input.pin !== null };
        return { hasPin: input.pin !== null };
      }),
    },
  };
}
