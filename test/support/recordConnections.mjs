// Preloaded into a Node process (NODE_OPTIONS=--import=…): writes every connection, name look-up and process that it or
// one of its threads begins into the file named by CONNECTIONS_FILE, a line each, and lets them go on.
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = process.env.CONNECTIONS_FILE;
const note = (what, ...about) => appendFileSync(file, `${what} ${about.map((each) => JSON.stringify(each)).join(' ')}\n`);

/** Wraps a function of a built-in module, for whoever takes it from the module later. */
function watch(module, name, about) {
  const original = module[name];
  module[name] = function watched(...args) {
    note(`${name}`, ...about(args));
    return original.apply(this, args);
  };
}
const addressOf = ([options]) => {
  const [first] = Array.isArray(options) ? options : [options];
  return [typeof first === 'object' ? { host: first.host ?? first.path, port: first.port } : first];
};
watch(require('node:net').Socket.prototype, 'connect', addressOf);
watch(require('node:dgram').Socket.prototype, 'send', () => ['udp']);
watch(require('node:dns'), 'lookup', ([name]) => [name]);
watch(require('node:dns').promises, 'lookup', ([name]) => [name]);
watch(require('node:child_process'), 'spawn', ([command]) => [command]);
note('watching', process.pid);
