/** Words of "About" and of the report for support. */
export const about = {
  'about.title': 'About Consultleaf',
  'about.lead': 'An offline aid for consultations, with handouts to print. Version {version}.',
  'about.what':
    'It keeps what doctor and patient go through together, and prints a paper that is her own. It decides nothing: the doctor does. Everything stays on this computer.',
  'about.free': 'Free software under the MIT licence. Made of other people’s work, listed below with their licences.',
  'about.chromium': 'The licences of Chromium, which shows the window, stand in the file {file} beside the program.',
  'about.licences': 'Licences',
  'about.search': 'Find a part of the program or a licence',
  'about.count': '{count, plural, =0 {Nothing fits.} one {# part.} other {# parts.}}',
  'about.list': 'Parts of the program',
  'about.words': 'Licence of {name}',
  'about.choose': 'Choose a part to read its licence.',

  'settings.page.support': 'Support',
  'support.text': 'If something does not work, a report helps whoever helps you.',
  'support.what':
    'It holds versions, sizes, numbers of records, settings without names, and the last lines of the program’s log. No patient, no name, no answer, no password.',
  'support.make': 'Make the report',
  'support.read': 'The report',
  'support.readText': 'Read it before you save it. It is in English, for whoever helps. Nothing is sent: you give the file yourself.',
  'support.save': 'Save a report for support',
  'support.saved': 'Saved as {name}.',
} as const;
