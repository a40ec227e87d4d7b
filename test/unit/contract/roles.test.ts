import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { contract } from '#core/contract/contract.ts';
import { type Role, roleSchema } from '#core/contract/shapes.ts';
import { doctor, firstStart, PASSWORD, TestBackend } from '../../support/backend.ts';
import { type Client, transports } from '../../support/transports.ts';

const clinical: Role[] = ['doctor', 'counsellor'];
const desk: Role[] = ['doctor', 'counsellor', 'reception', 'administrator'];

/** Who may do what, written down a second time: a change of the contract has to be meant. */
const may: Record<string, Role[] | 'anyone' | 'display'> = {
  'app.status': 'anyone',
  'app.setUp': 'anyone',
  'app.openSample': 'anyone',
  'app.signIn': 'anyone',
  'app.recover': 'anyone',
  'app.signOut': 'anyone',
  'app.cover': 'anyone',
  'app.uncover': 'anyone',
  'app.setLook': 'anyone',
  'app.licences': desk,
  'app.diagnostics': ['doctor', 'administrator'],
  'app.events': 'anyone',
  'clinic.read': desk,
  'clinic.save': ['administrator'],
  'patients.recent': desk,
  'patients.search': desk,
  'patients.similar': desk,
  'patients.add': desk,
  'patients.save': desk,
  'patients.read': desk,
  'patients.twins': desk,
  'patients.timeline': desk,
  'packs.list': clinical,
  'packs.read': clinical,
  'packs.approve': ['doctor'],
  'consultations.start': clinical,
  'consultations.read': clinical,
  'consultations.ofPatient': clinical,
  'consultations.saveAnswers': clinical,
  'consultations.savePlace': clinical,
  'consultations.preview': clinical,
  'consultations.makeFinal': ['doctor'],
  'consultations.amend': ['doctor'],
  'consultations.previewAmendment': ['doctor'],
  'consultations.exportVisit': clinical,
  'files.readVisit': clinical,
  'files.checkPack': clinical,
  'protocols.mine': ['doctor'],
  'protocols.save': ['doctor'],
  'protocols.rename': ['doctor'],
  'protocols.reapprove': ['doctor'],
  'protocols.retire': ['doctor'],
  'handouts.ofConsultation': clinical,
  'handouts.pdf': desk,
  'handouts.clinicCopy': desk,
  'papers.source': clinical,
  'papers.inLanguage': desk,
  'papers.saveToSend': ['doctor', 'counsellor', 'reception'],
  'papers.sent': desk,
  'papers.deleteSent': desk,
  'audit.list': ['administrator'],
  'audit.verify': ['administrator'],
  'audit.export': ['administrator'],
  'calls.list': desk,
  'calls.record': desk,
  'calls.add': desk,
  'calls.spoke': desk,
  'desk.card': desk,
  'printing.queue': desk,
  'printing.ofPatient': desk,
  'printing.print': desk,
  'slips.days': desk,
  'slips.pdf': desk,
  'slips.print': desk,
  'slips.testPage': ['administrator'],
  'printHistory.list': desk,
  'printHistory.export': desk,
  'printing.printAll': desk,
  'printing.cancel': desk,
  'printing.looked': desk,
  'printing.printedElsewhere': desk,
  'printing.remove': desk,
  'printing.reprint': desk,
  'printing.cameOut': desk,
  'printing.handOver': desk,
  'printing.file': desk,
  'printing.resume': desk,
  'printing.move': desk,
  'printing.settings': desk,
  'printing.saveSettings': ['administrator'],
  'rights.consents': desk,
  'rights.recordConsent': desk,
  'rights.noticePdf': desk,
  'rights.papersOut': desk,
  'rights.exportPatient': ['doctor', 'administrator'],
  'rights.erasure': ['administrator'],
  'rights.erase': ['administrator'],
  'rights.tombstones': ['administrator'],
  'users.list': ['administrator'],
  'users.add': ['administrator'],
  'users.save': ['administrator'],
  'users.resetPassword': ['administrator'],
  'users.retire': ['administrator'],
  'users.renewRecoveryKey': ['administrator'],
  'users.recoveryKeyPdf': ['administrator'],
  'account.changePassword': desk,
  'account.setPin': desk,
  'backups.read': desk,
  'backups.make': desk,
  'backups.verify': ['administrator'],
  'backups.drives': ['administrator'],
  'backups.setSecondPlace': ['administrator'],
  'backups.find': 'anyone',
  'backups.look': 'anyone',
  'backups.restore': 'anyone',
  'updates.read': ['administrator'],
  'updates.find': ['administrator'],
  'updates.look': ['administrator'],
  'updates.prepare': ['administrator'],
  'updates.install': ['administrator'],
  'secondComputer.read': ['administrator'],
  'secondComputer.turnOn': ['administrator'],
  'secondComputer.turnOff': ['administrator'],
  'secondComputer.pair': ['administrator'],
  'secondComputer.cancelPairing': ['administrator'],
  'secondComputer.rename': ['administrator'],
  'secondComputer.revoke': ['administrator'],
  'display.state': clinical,
  'display.open': clinical,
  'display.show': clinical,
  'display.close': clinical,
  'display.now': 'display',
  'display.changes': 'display',
};

const procedures = Object.entries(contract).flatMap(([area, names]) => Object.keys(names).map((name) => `${area}.${name}`));
const guarded = procedures.filter((procedure) => may[procedure] !== 'anyone' && may[procedure] !== 'display');
/** What a patient's window may call: one procedure, and one event stream. */
const ofDisplay = procedures.filter((procedure) => may[procedure] === 'display');

/** Calls a procedure by its name without an input; gives the code of its error, or undefined. */
async function codeOf(client: Client, procedure: string): Promise<string | undefined> {
  const [area = '', name = ''] = procedure.split('.');
  const calls = client as unknown as Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;
  try {
    await calls[area]?.[name]?.();
    return undefined;
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
}

test('every procedure of the contract is in the table', () => {
  expect(procedures.sort()).toEqual(Object.keys(may).sort());
});

describe.each(transports)('over %s', (_name, open) => {
  test('without a sign-in nothing but the way in answers', async () => {
    const running = new TestBackend();
    const transport = await open(running.backend);
    const client = await transport.openWindow();
    const codes = await Promise.all(guarded.map(async (procedure) => [procedure, await codeOf(client, procedure)]));
    expect(codes).toEqual(guarded.map((procedure) => [procedure, 'NOT_SIGNED_IN']));
    for (const procedure of ['app.setUp', 'app.signIn', 'app.recover', 'app.uncover'])
      expect(await codeOf(client, procedure)).toBe('BAD_INPUT');
    for (const procedure of ['app.status', 'app.signOut', 'app.cover']) expect(await codeOf(client, procedure)).toBeUndefined();
    await transport.close();
    await running.close();
  });

  test('with a first password, and in a covered window, nothing but the way in and out answers', async () => {
    const running = new TestBackend();
    const transport = await open(running.backend);
    const client = await transport.openWindow();
    await client.app.setUp(firstStart);
    const roles = [...roleSchema.options];
    const first = 'a first password';
    const { id: userId } = await client.users.add({ name: 'M. TEST', roles, doctor, password: first, ownPassword: PASSWORD });
    const window = await transport.openWindow();
    await window.app.signIn({ userId, password: first });
    for (const procedure of guarded) {
      expect(await codeOf(window, procedure), procedure).toBe(procedure === 'account.changePassword' ? 'BAD_INPUT' : 'NOT_ALLOWED');
    }
    await window.account.changePassword({ ownPassword: first, newPassword: PASSWORD });
    await window.account.setPin({ ownPassword: PASSWORD, pin: '2468' });
    await window.app.cover();
    for (const procedure of guarded) expect(await codeOf(window, procedure), procedure).toBe('NOT_SIGNED_IN');
    await window.app.uncover({ pin: '2468' });
    expect(await codeOf(window, 'users.list')).toBeUndefined();
    await transport.close();
    await running.close();
  });

  test('a patient’s window asks for her screen, hears that it changed, and is refused everything else, whoever is signed in', async () => {
    const running = new TestBackend();
    const transport = await open(running.backend);
    const client = await transport.openWindow();
    await client.app.setUp(firstStart);
    const window = await transport.openDisplay(client);
    expect(ofDisplay).toEqual(['display.now', 'display.changes']);
    for (const procedure of procedures) {
      const code = await codeOf(window, procedure);
      expect(code, procedure).toBe(ofDisplay.includes(procedure) ? undefined : 'NOT_ALLOWED');
    }
    // And nobody else asks in its place, signed in or not.
    const stranger = await transport.openWindow();
    for (const procedure of ofDisplay)
      for (const other of [client, stranger]) expect(await codeOf(other, procedure), procedure).toBe('NOT_ALLOWED');
    await transport.close();
    await running.close();
  });

  test.each(roleSchema.options)('a %s may call what is hers, and nothing else', async (role) => {
    const running = new TestBackend();
    await running.withUser([role]);
    const transport = await open(running.backend);
    const client = await transport.openWindow();
    const [user] = (await client.app.status()).users;
    await client.app.signIn({ userId: user?.id ?? '', password: PASSWORD });
    const refused: string[] = [];
    for (const procedure of guarded) {
      const code = await codeOf(client, procedure);
      expect(code, procedure).not.toBe('NOT_SIGNED_IN');
      if (code === 'NOT_ALLOWED') refused.push(procedure);
    }
    expect(refused).toEqual(guarded.filter((procedure) => ![may[procedure]].flat().includes(role)));
    await transport.close();
    await running.close();
  });
});
