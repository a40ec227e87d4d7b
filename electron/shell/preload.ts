import { contextBridge, ipcRenderer } from 'electron';
import { CONNECT, PORT } from './messages.ts';

// The port can't cross the bridge between the two worlds, so it is handed over as a message of the window to itself.
ipcRenderer.on(PORT, (event) => window.postMessage(PORT, window.location.origin, [...event.ports]));

contextBridge.exposeInMainWorld('consultleaf', {
  /** Asks for the message port to the backend; it arrives as a `message` event whose data is `consultleaf:port`. */
  connect: () => ipcRenderer.send(CONNECT),
});
