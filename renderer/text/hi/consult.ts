import { consultCheck } from './consultCheck.ts';
import { consultProtocol } from './consultProtocol.ts';
import { consultQuestions } from './consultQuestions.ts';
import { consultWalk } from './consultWalk.ts';
import { myProtocols } from './myProtocols.ts';

/** The words of the consultation screens. */
export const consult = { ...consultWalk, ...consultQuestions, ...consultProtocol, ...consultCheck, ...myProtocols } as const;
