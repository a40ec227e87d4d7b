import type { commands as english } from '../en/commands.ts';

/** Headings of what can be done: in the palette, on the sheet of keys, in the menu bar. */
export const commands = {
  'command.group.sections': 'भाग',
  'command.group.visit': 'यह मुलाक़ात',
  'command.group.patient': 'यह मरीज़',
  'command.group.go': 'यहाँ जाएँ',
  'command.group.program': 'प्रोग्राम',
  'command.group.answers': 'जवाब',
} as const satisfies Record<keyof typeof english, string>;
