import type { Block } from '#core/domain/handoutModel.ts';
import type { Look } from '../theme.ts';

/** What a block's component gets: the block of its kind, and the look. */
export interface BlockProps<Kind extends Block['kind']> {
  block: Extract<Block, { kind: Kind }>;
  look: Look;
  /** The first block of its page has no rule above its title. */
  first: boolean;
}
