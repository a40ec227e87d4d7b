import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { changedLook, type Look, type LookChange, lookSchema, USUAL_LOOK } from '#core/contract/look.ts';
import { actorOf } from './context.ts';
import type { SignIn } from './signIns.ts';

/**
 * How the program is shown: to somebody signed in as she chose, kept in her records; before that as it was last used on
 * this computer, kept as two words in a file that says nothing about anybody.
 */
export class Looks {
  readonly #file: string;
  readonly #now: () => Date;
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: string, now: () => Date) {
    this.#file = file;
    this.#now = now;
  }

  /** `signIn` undefined: of this computer. A file that can't be read says nothing. */
  async of(signIn: SignIn | undefined): Promise<Look> {
    if (signIn) return signIn.store.run('users.look', null, actorOf(signIn, this.#now));
    try {
      return lookSchema.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      return USUAL_LOOK;
    }
  }

  /** Changes it for whoever is signed in, and for the next start of this computer: not where `elsewhere`, at a second one. */
  async change(signIn: SignIn | undefined, change: LookChange, elsewhere = false): Promise<Look> {
    const look = signIn
      ? await signIn.store.run('users.setLook', change, actorOf(signIn, this.#now))
      : changedLook(await this.of(undefined), change);
    if (!elsewhere) await this.#keep(() => Promise.resolve(look));
    return look;
  }

  /** Lets this computer start as whoever has just signed in wants it. */
  remember(signIn: SignIn | undefined): Promise<void> {
    return this.#keep(() => this.of(signIn));
  }

  /** That it can't be kept costs no more than a choice at the next start. */
  #keep(read: () => Promise<Look>): Promise<void> {
    const write = async () => {
      const look = await read();
      const kept = look.language === null ? { ...look, language: (await this.of(undefined)).language } : look;
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(`${this.#file}.new`, `${JSON.stringify(kept)}\n`);
      await rename(`${this.#file}.new`, this.#file);
    };
    const done = this.#last.then(write).catch(() => undefined);
    this.#last = done;
    return done;
  }
}
