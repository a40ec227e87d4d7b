/** Headings of what can be done: in the palette, on the sheet of keys, in the menu bar. */
export const commands = {
  'command.group.sections': 'Sections',
  'command.group.visit': 'This visit',
  'command.group.patient': 'This patient',
  'command.group.go': 'Go to',
  'command.group.program': 'Program',
  'command.group.answers': 'Answers',
} as const;
