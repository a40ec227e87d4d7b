// Runs an entry as Electron's utilityProcess would: with `process.parentPort`, whose messages carry ports.
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const port = Object.assign(new EventEmitter(), { postMessage: (message) => parentPort.postMessage(message) });
// Messages wait until the entry listens, as they do in Electron.
port.on('newListener', (name) => {
  if (name === 'message' && port.listenerCount('message') === 0) {
    parentPort.on('message', ({ message, ports }) => port.emit('message', { data: message, ports }));
  }
});
process.parentPort = port;
await import(pathToFileURL(workerData.entry).href);
