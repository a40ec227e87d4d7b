import type { Locator, Page } from '@playwright/test';

/** What a person did beyond giving answers, as the window heard it: `click Next`, `key Enter`. */
declare global {
  interface Window {
    beyondAnswers: string[];
  }
}

/**
 * Writes down each real click and key that gives no answer. To give one is: to click a choice, or into a field; to open a
 * list or a part of a date and choose in it; to type letters, digits and signs. Everything else counts: buttons, links,
 * Enter, Tab, arrows, shortcuts, and any click outside of the fields. Call it before the page opens.
 */
export async function countBeyondAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.beyondAnswers = [];
    const inField = (element: Element | null) =>
      element?.closest('[data-field]') !== null &&
      element?.closest('[data-field] button:not([aria-haspopup="listbox"]), [data-field] a') === null;
    const inList = (element: Element | null) => element?.closest('[role="option"]') !== null;
    const nameOf = (element: Element | null) => (element?.closest('a, button, label') ?? element)?.textContent?.trim().slice(0, 40) ?? '';
    addEventListener(
      'pointerdown',
      ({ target, isTrusted }) => {
        const element = target instanceof Element ? target : null;
        if (isTrusted && !inField(element) && !inList(element)) window.beyondAnswers.push(`click ${nameOf(element)}`);
      },
      true,
    );
    addEventListener(
      'keydown',
      ({ target, isTrusted, key, ctrlKey, altKey, metaKey }) => {
        if (!isTrusted || ['Control', 'Alt', 'Shift', 'Meta'].includes(key)) return;
        const types = key.length === 1 && !ctrlKey && !altKey && !metaKey;
        if (!types || !inField(target instanceof Element ? target : null)) window.beyondAnswers.push(`key ${key}`);
      },
      true,
    );
  });
}

/** A hand with a mouse and a keyboard that gives answers and does nothing else. */
export class Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Clicks an answer, by its words. */
  async choose(field: Locator, answer: string): Promise<void> {
    await field.getByText(answer, { exact: true }).click();
  }

  /** Clicks into a field and types: the first letter as a key, the rest at once, for the sake of the test's time. */
  async type(field: Locator, text: string): Promise<void> {
    await field.click();
    await this.#page.keyboard.type(text.slice(0, 1));
    if (text.length > 1) await this.#page.keyboard.insertText(text.slice(1));
  }

  /** Opens a list and clicks an entry. */
  async pick(list: Locator, entry: string): Promise<void> {
    await list.click();
    await this.#page.getByRole('option', { name: entry, exact: true }).click();
  }

  /** Clicks into the day of a date field and types; `date` is YYYY-MM-DD. */
  async date(part: Locator, date: string): Promise<void> {
    const [year, month, day] = date.split('-');
    await part.getByRole('spinbutton', { name: /^day/ }).click();
    await this.#page.keyboard.type(`${day}${month}${year}`);
  }

  /** Clicks into the hour of a clock field and types; `time` is HH:MM. */
  async time(part: Locator, time: string): Promise<void> {
    await part.getByRole('spinbutton', { name: /^hour/ }).click();
    await this.#page.keyboard.type(time.replace(':', ''));
  }
}
