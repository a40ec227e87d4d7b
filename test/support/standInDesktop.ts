// Screens, tray, notices and message boxes of the stand-in for `electron` (electronStandIn.ts).
import { EventEmitter } from 'node:events';
import { record } from './standInApp.ts';
import type { MenuItem, Rectangle } from './standInWindows.ts';

export interface StandInDisplay {
  id: number;
  label: string;
  bounds: Rectangle;
  workArea: Rectangle;
  size: { width: number; height: number };
}
const displayAt = (id: number, x: number): StandInDisplay => ({
  id,
  label: `Screen ${id}`,
  bounds: { x, y: 0, width: 1920, height: 1080 },
  workArea: { x, y: 0, width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
});
class Screen extends EventEmitter {
  displays = [displayAt(1, 0), displayAt(2, 1920)];
  getPrimaryDisplay = () => this.displays[0];
  getAllDisplays = () => this.displays;
  getDisplayMatching = ({ x }: Rectangle) =>
    this.displays.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width) ?? this.displays[0];
}
export const screen = new Screen();

export const trays: Tray[] = [];
export class Tray extends EventEmitter {
  toolTip = '';
  menu: MenuItem[] = [];
  readonly icon: unknown;
  constructor(icon: unknown) {
    super();
    this.icon = icon;
    trays.push(this);
  }
  setToolTip(text: string) {
    this.toolTip = text;
  }
  setContextMenu(menu: MenuItem[]) {
    this.menu = menu;
  }
  destroy() {
    trays.splice(trays.indexOf(this), 1);
  }
}

export const notices: { title: string; body: string }[] = [];
export class Notification extends EventEmitter {
  static isSupported = () => true;
  readonly #options: { title: string; body: string };
  constructor(options: { title: string; body: string }) {
    super();
    this.#options = options;
  }
  show() {
    notices.push(this.#options);
  }
}

/** The button that the next message box gets, and the boxes that were shown. */
export const messageBoxes: { answer: number; shown: { message: string; buttons: string[] }[] } = { answer: 0, shown: [] };
export const dialog = {
  showErrorBox: record('dialog.showErrorBox'),
  showMessageBoxSync(_window: unknown, options: { message: string; buttons: string[] }) {
    messageBoxes.shown.push({ message: options.message, buttons: options.buttons });
    return messageBoxes.answer;
  },
};
