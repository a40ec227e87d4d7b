import type { PackRef } from '#core/domain/pack.ts';
import { fitProtocol, type ProtocolPart, protocolPartSchema } from '#core/domain/savedProtocol.ts';
import type { Actor } from '../store/store.ts';
import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';
import type { SignIn } from './signIns.ts';

/** A doctor's own saved protocols. The store gives and changes nobody's but the actor's. */
export function protocolsHandlers(os: Base, services: Services) {
  const { now, packs, events } = services;

  /** What of a protocol this content of a pack can take, with its name for the record. NOT_FOUND without that pack. */
  async function fitted(signIn: SignIn, hash: string, part: ProtocolPart, actor: Actor) {
    const pack = await packs.byHash(hash, signIn.store, actor);
    const ref: PackRef = { id: pack.id, version: pack.version, hash };
    return { ref, ...fitProtocol(pack, part) };
  }

  /** Gives a change to all windows; a stale one leaves as CHANGED_ELSEWHERE. */
  function told<Result>(result: Result) {
    if (isConflict(result)) throw changedElsewhere(result);
    events.publish({ kind: 'protocols' });
    return result as Exclude<Result, { conflict: true }>;
  }

  return {
    mine: os.protocols.mine.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('protocols.mine', input, actorOf(signIn, now));
    }),
    save: os.protocols.save.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { ref, dropped } = await fitted(signIn, input.packHash, input.part, actor);
      if (dropped.length > 0) {
        const message = 'The topic doesn’t have this. Choose again, then save.';
        throw fault('BAD_INPUT', 'This protocol doesn’t fit the topic.', {
          issues: dropped.map((id) => ({ path: `part.${id}`, message })),
        });
      }
      return told(await signIn.store.run('protocols.save', { name: input.name, pack: ref, part: input.part }, actor));
    }),
    rename: os.protocols.rename.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      return told(await signIn.store.run('protocols.rename', input, actorOf(signIn, now)));
    }),
    reapprove: os.protocols.reapprove.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { id, packHash, rev } = input;
      const present = (await signIn.store.run('protocols.mine', { packId: input.packId }, actor)).find((each) => each.id === id);
      if (!present) throw fault('NOT_FOUND', 'This protocol is not among yours any more. Close the list and open it again.');
      const { ref, part } = await fitted(signIn, packHash, present.part, actor);
      if (ref.id !== present.pack.id) throw fault('NOT_READY', 'This protocol belongs to another topic.', {});
      if (!protocolPartSchema.safeParse(part).success) {
        throw fault('NOT_READY', 'Nothing of this protocol fits the topic any more. Remove it and save a new one.', {});
      }
      return told(await signIn.store.run('protocols.reapprove', { id, pack: ref, part, rev }, actor));
    }),
    retire: os.protocols.retire.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      return told(await signIn.store.run('protocols.retire', input, actorOf(signIn, now)));
    }),
  };
}
