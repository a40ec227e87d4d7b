// Required before a test's process begins, and before each of its threads: there it is more than a year later.
const { now } = Date;
const LATER_MS = 4e10;
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [now() + LATER_MS] : args));
  }
  static now() {
    return now() + LATER_MS;
  }
};
