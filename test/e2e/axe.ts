import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on the page as it stands, by these rules or all: each fault with its places, so none is an empty list.
 * In one go within the page: without frames of other origins axe needs no second page to gather its results in.
 */
export async function faultsOn(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) })
    // react-aria's own announcer holds its words as an image for a moment; readers hear it through its live region.
    .exclude('[data-live-announcer]')
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
