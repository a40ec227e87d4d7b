import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Licence, licenceSchema } from '#core/contract/support.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';
import { reportText } from './diagnostics.ts';
import type { Door } from './door.ts';

/** What the program says of itself: whose work it is made of, and a report for whoever helps with it. */
export function supportHandlers(
  os: Base,
  services: Services,
  { door, dataDir, resourcesDir }: { door: Door; dataDir: string; resourcesDir: string },
) {
  const { now, log } = services;
  let licences: Promise<Licence[]> | undefined;
  const readLicences = async () => z.array(licenceSchema).parse(JSON.parse(await readFile(join(resourcesDir, 'licences.json'), 'utf8')));
  return {
    licences: os.app.licences.handler(() => {
      licences ??= readLicences();
      return licences;
    }),
    diagnostics: os.app.diagnostics.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const facts = await signIn.store.run('support.facts', null, actorOf(signIn, now));
      const status = await door.status(context.windowId);
      const text = await reportText({ ...input, status, facts, dataDir, log, now: now() });
      return { text, fileName: `Consultleaf-report-${status.today}.txt` };
    }),
  };
}
