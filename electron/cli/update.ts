import { processIo } from './io.ts';
import { updateCommand } from './updateCommand.ts';

process.exitCode = await updateCommand(process.argv.slice(2), processIo(import.meta.url));
