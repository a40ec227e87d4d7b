/** Files from outside of the records: a visit, a topic pack. */
export const files = {
  'files.title': 'Look at a file',
  'files.lead': 'A visit file is shown as the paper it would make. A topic pack is checked. Nothing of either is stored.',
  'files.chooseVisit': 'Choose a visit file…',
  'files.choosePack': 'Choose a topic pack’s folder…',
  'files.drop': 'Or drop it on this window.',
  'files.neither': 'This is neither a visit file (.clvisit, .json) nor the folder of a topic pack. Choose another.',
  'files.tooLarge': 'This is larger than any visit file or topic pack. Choose another.',
  'files.visitSound': 'Visit {code}: the paper says DRAFT or SAMPLE, and can’t be made final from here.',
  'files.packSound': 'No faults were found in this topic pack.',
  'files.faults': '{count, plural, one {# thing has} other {# things have}} to be mended first.',
  'files.line': '{file}, line {line}',
} as const;
