/** The words of the page. */
export const WORDS = {
  program: 'Consultleaf',
  title: 'Recovery key',
  made: 'Made on',
  whatFor:
    '*What it is for.* It opens the clinic’s records when passwords are lost: on the sign-in screen choose “Forgotten? Use the recovery key”, type it, and set a new password. It opens a backup on another computer in the same way.',
  danger: 'Anyone who has this page can open the records.',
  keep: '*Where to keep it.* Locked away, in another room than the computer: a safe, a locker, a notary. Not in a drawer beside the screen, not in a photo, not in a mail.',
  lost: '*When it is lost, or somebody saw it.* An administrator makes a new one under Settings, People. The old one then opens nothing any more, except backups from before; then destroy this page.',
  without: 'Without a password and without this key nobody can open the records, and nobody can help.',
  keptAt: 'Kept at',
  keptBy: 'By',
} as const;
