import * as z from 'zod';

const constantsSchema = z.object({ logEventTypes: z.record(z.string(), z.number()) });
const eventSchema = z.object({
  type: z.number(),
  params: z.object({ url: z.string().optional(), initiator: z.string().optional(), address: z.string().optional() }).optional(),
});

/** What a browser did on the network, by its own log. */
export interface NetLog {
  /** Addresses that it began a connection to, name look-ups that it handed on, packets that it sent besides. */
  reached: string[];
  /** What pages of `origin` asked for. */
  asked: string[];
}

/** Events in which something leaves the browser; a name that its own rules refuse makes none. */
const LEAVING = ['TCP_CONNECT_ATTEMPT', 'UDP_BYTES_SENT', 'DNS_TRANSACTION', 'HOST_RESOLVER_SYSTEM_TASK', 'HOST_RESOLVER_DNS_TASK'];

/** Reads the text of a file of `--log-net-log`, whose end is missing when the browser was ended. */
export function readNetLog(log: string, origin: string): NetLog {
  const lines = log.split('\n');
  const { logEventTypes } = constantsSchema.parse(JSON.parse(`${lines[0]?.replace(/^\{"constants":/, '').replace(/,$/, '')}`));
  const typeOf = (name: string) => {
    const type = logEventTypes[name];
    if (type === undefined) throw new Error(`This browser’s log has no events ${name}.`);
    return type;
  };
  const leaving = new Map(LEAVING.map((name) => [typeOf(name), name]));
  const request = typeOf('URL_REQUEST_START_JOB');
  const found: NetLog = { reached: [], asked: [] };
  for (const line of lines.filter((each) => /^\{"(params|phase|source)"/.test(each))) {
    const { type, params } = eventSchema.parse(JSON.parse(line.replace(/(,|\],?\}?)$/, '')));
    const name = leaving.get(type);
    if (name === 'TCP_CONNECT_ATTEMPT') found.reached.push(...(params?.address ? [params.address] : []));
    else if (name) found.reached.push(name);
    else if (type === request && params?.url && params.initiator === origin) found.asked.push(params.url);
  }
  return found;
}
