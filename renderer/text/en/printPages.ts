/** The words of what stands round reception's queue: many papers at once, the history, the papers beside the handout. */
export const printPages = {
  'batch.choose': 'Print all that wait…',
  'batch.all': 'All ({count})',
  'batch.doctor': 'Of {doctor} ({count})',
  'batch.language': 'In {language} ({count})',
} as const;
