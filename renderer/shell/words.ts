import type { ShellWords } from '#core/contract/shellBridge.ts';
import { translate } from '../text/i18n.ts';
import { windowLanguage } from '../text/language.ts';

/** What the shell says outside of the pages, in the window's language. */
export function shellWords(): ShellWords {
  return {
    language: windowLanguage(),
    edit: translate('shell.edit'),
    undo: translate('shell.undo'),
    redo: translate('shell.redo'),
    cut: translate('shell.cut'),
    copy: translate('shell.copy'),
    paste: translate('shell.paste'),
    selectAll: translate('shell.selectAll'),
    view: translate('shell.view'),
    actualSize: translate('shell.actualSize'),
    zoomIn: translate('shell.zoomIn'),
    zoomOut: translate('shell.zoomOut'),
    fullScreen: translate('shell.fullScreen'),
    window: translate('shell.window'),
    newWindow: translate('shell.newWindow'),
    minimize: translate('shell.minimize'),
    close: translate('shell.close'),
    quit: translate('shell.quit'),
    show: translate('shell.show'),
    waiting: translate('shell.waiting'),
    stay: translate('shell.stay'),
    closeAnyway: translate('shell.closeAnyway'),
    windowLost: translate('shell.windowLost'),
    windowStuck: translate('shell.windowStuck'),
    openAgain: translate('shell.openAgain'),
    wait: translate('shell.wait'),
    storeLost: translate('shell.storeLost'),
    installFailed: translate('shell.installFailed'),
  };
}
