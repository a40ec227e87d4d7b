import { contextBridge, ipcRenderer } from 'electron';
import type { OpenedFile, ShellAsk, ShellBridge } from '#core/contract/shellBridge.ts';
import { ASK, COMMAND, CONNECT, FILE, PORT } from './messages.ts';

/** The main process checks who asks and what; the page never sees `ipcRenderer` nor an event. */
const ask = (what: ShellAsk, input: unknown = null) => ipcRenderer.invoke(ASK, what, input);
const tell = (what: ShellAsk, input: unknown) => void ask(what, input).catch(() => undefined);

// The port can't cross the bridge between the two worlds, so it is handed over as a message of the window to itself.
ipcRenderer.on(PORT, (event) => window.postMessage(PORT, window.location.origin, [...event.ports]));

let runCommand: ((id: string) => void) | undefined;
ipcRenderer.on(COMMAND, (_event, id: string) => runCommand?.(id));

let openFile: ((file: OpenedFile) => void) | undefined;
const early: OpenedFile[] = [];
ipcRenderer.on(FILE, (_event, file: OpenedFile) => (openFile ? openFile(file) : early.push(file)));

const bridge: Required<ShellBridge> = {
  connect: () => ipcRenderer.send(CONNECT),
  displays: () => ask('displays'),
  numberDisplays: () => ask('numberDisplays'),
  openPatientWindow: (displayId) => ask('openPatientWindow', displayId),
  closePatientWindow: () => ask('closePatientWindow'),
  setMenu: (menus) => tell('setMenu', menus),
  onCommand: (run) => {
    runCommand = run;
  },
  setWords: (words) => tell('setWords', words),
  setQueue: (queue) => tell('setQueue', queue),
  keepPlace: (place) => tell('keepPlace', place),
  lastPlace: () => ask('lastPlace'),
  onFile: (open) => {
    openFile = open;
    for (const file of early.splice(0)) open(file);
  },
};
contextBridge.exposeInMainWorld('consultleaf', bridge);
