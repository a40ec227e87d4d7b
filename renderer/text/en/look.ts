/** Words of the choice of language and colours. */
export const look = {
  'look.title': 'Language and colours',
  'look.text': 'Your own, whenever you sign in. A choice works at once.',
  'look.language': 'Language of the program',
  'look.theme': 'Colours',
  'look.theme.system': 'As the computer has them',
  'look.theme.light': 'Light',
  'look.theme.dark': 'Dark',
  'look.theme.contrast': 'More contrast',
} as const;
