/** The program behind this window went away during a call: what was asked may or may not have been done. */
export class LostConnection extends Error {}

/** The same while something was being printed: it may lie in the printer. */
export class MayBeOut extends LostConnection {}
