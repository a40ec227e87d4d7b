import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import { type SecondComputerState, USUAL_PORT } from '#core/contract/secondComputer.ts';
import { keepCalls } from './memoryCalls.ts';

const FINGERPRINT = Array.from({ length: 32 }, (_, at) => ((at * 37 + 211) % 256).toString(16).toUpperCase().padStart(2, '0')).join(':');
export const frontDesk = {
  id: '5f0f7c7e-2d5a-4d0a-9a55-2f7a3c1b9e10',
  name: 'Front desk',
  pairedAt: '2026-11-20T06:10:00.000Z',
  pairedBy: 'Dr Anita Rao',
  lastSeenAt: '2026-11-22T05:00:00.000Z',
  connected: true,
};

export const memorySecondState = (): SecondComputerState => ({
  on: false,
  address: null,
  port: USUAL_PORT,
  urls: [],
  addresses: ['192.168.1.20', '10.0.0.7'],
  problem: null,
  authority: null,
  certificateUntil: null,
  pairing: null,
  tries: [],
  devices: [],
});

/** Second computers are on, at an address of the clinic's network. */
export const secondOn = (change: Partial<SecondComputerState> = {}): SecondComputerState => ({
  ...memorySecondState(),
  on: true,
  address: '192.168.1.20',
  urls: [`https://192.168.1.20:${USUAL_PORT}`, `https://doctor-pc.local:${USUAL_PORT}`],
  authority: {
    certificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
    fingerprint: FINGERPRINT,
    until: '2036-11-20T06:00:00.000Z',
  },
  certificateUntil: '2026-12-22T06:00:00.000Z',
  ...change,
});

interface Memory {
  second: SecondComputerState;
  calls: { path: string; input: unknown }[];
}

/** The procedures of a second computer over memory. */
export function memorySecond(state: Memory) {
  const os = implement(contract).use(keepCalls(state)).secondComputer;
  const become = (second: SecondComputerState) => {
    state.second = second;
    return second;
  };
  return {
    read: os.read.handler(() => state.second),
    turnOn: os.turnOn.handler(({ input, errors }) => {
      const message = `Another program uses number ${input.port}. Choose another number, such as ${input.port + 1}.`;
      if (input.port === 9999) throw errors.BAD_INPUT({ message, data: { issues: [{ path: 'port', message }] } });
      return become(secondOn({ devices: state.second.devices }));
    }),
    turnOff: os.turnOff.handler(() => become({ ...state.second, on: false, urls: [], pairing: null })),
    pair: os.pair.handler(() =>
      become({ ...state.second, pairing: { code: '12345678', until: new Date(Date.now() + 300_000).toISOString(), triesLeft: 5 } }),
    ),
    cancelPairing: os.cancelPairing.handler(() => become({ ...state.second, pairing: null })),
    rename: os.rename.handler(({ input }) =>
      become({
        ...state.second,
        devices: state.second.devices.map((each) => (each.id === input.id ? { ...each, name: input.name } : each)),
      }),
    ),
    revoke: os.revoke.handler(({ input }) =>
      become({ ...state.second, devices: state.second.devices.filter(({ id }) => id !== input.id) }),
    ),
  };
}
