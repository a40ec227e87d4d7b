/** The words of the frame: first start, sign-in, patients, settings, approval. */
export const frame = {
  'app.name': 'Consultleaf',
  'command.answer': 'Answer: {answer}',
} as const;
