/** Groups of actions, in the order in which the log's filter shows them. */
export const AUDIT_GROUPS = ['signIn', 'patient', 'consultation', 'handout', 'print', 'settings', 'users', 'backup', 'store'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** Every action that the log of who did what can name, with its group. What isn't here can't be written to the log. */
export const AUDIT_ACTIONS = {
  signIn: 'signIn',
  'signIn.failed': 'signIn',
  signOut: 'signIn',
  recover: 'signIn',
  'window.cover': 'signIn',
  'window.uncover': 'signIn',
  'window.uncoverFailed': 'signIn',
  'account.password': 'signIn',
  'account.pin': 'signIn',

  'patient.add': 'patient',
  'patient.view': 'patient',
  'patient.save': 'patient',
  'patient.consent': 'patient',
  'patient.notice': 'patient',
  'patient.export': 'patient',
  'patient.erase': 'patient',

  'consultation.start': 'consultation',
  'consultation.view': 'consultation',
  'consultation.answer': 'consultation',
  'consultation.export': 'consultation',
  'call.add': 'consultation',
  'call.record': 'consultation',

  'handout.final': 'handout',
  'handout.amend': 'handout',
  'handout.view': 'handout',
  'handout.language': 'handout',

  'handout.print': 'print',
  'handout.save': 'print',
  'handout.clinicCopy': 'print',
  'handout.mark': 'print',
  'handout.send': 'print',
  'handout.sentGone': 'print',
  'print.ask': 'print',
  'print.cancel': 'print',
  'print.looked': 'print',
  'print.elsewhere': 'print',
  'print.remove': 'print',
  'print.reprint': 'print',
  'print.cameOut': 'print',
  'print.wrongPrinter': 'print',
  'print.handOver': 'print',
  'print.filed': 'print',
  'print.history': 'print',
  'slip.out': 'print',
  'labels.out': 'print',
  'print.settings': 'settings',

  'clinic.save': 'settings',
  'pack.approve': 'settings',
  'protocol.save': 'settings',
  'protocol.rename': 'settings',
  'protocol.reapprove': 'settings',
  'protocol.retire': 'settings',

  'secondComputer.on': 'settings',
  'secondComputer.off': 'settings',
  'device.code': 'settings',
  'device.pair': 'settings',
  'device.wrongCode': 'settings',
  'device.usedCode': 'settings',
  'device.oldCode': 'settings',
  'device.rename': 'settings',
  'device.revoke': 'settings',
  'device.signIn': 'signIn',

  'user.add': 'users',
  'user.save': 'users',
  'user.resetPassword': 'users',
  'user.retire': 'users',
  'user.recoveryKey': 'users',

  'backup.make': 'backup',
  'backup.failed': 'backup',
  'backup.verify': 'backup',
  'backup.trial': 'backup',
  'backup.secondPlace': 'backup',
  'backup.restore': 'backup',

  'store.create': 'store',
  'store.open': 'store',
  'audit.view': 'store',
  'audit.export': 'store',
  'audit.verify': 'store',
  'support.report': 'store',
  'update.prepare': 'store',
  'update.install': 'store',
} as const satisfies Record<string, AuditGroup>;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Every action of a group. */
export function actionsOf(group: AuditGroup): AuditAction[] {
  return (Object.keys(AUDIT_ACTIONS) as AuditAction[]).filter((action) => AUDIT_ACTIONS[action] === group);
}

/** The group of an action; an action that a newer version of the program wrote counts as the store's. */
export function groupOf(action: string): AuditGroup {
  return Object.hasOwn(AUDIT_ACTIONS, action) ? AUDIT_ACTIONS[action as AuditAction] : 'store';
}
