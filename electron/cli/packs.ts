import { processIo } from './io.ts';
import { packsCommand } from './packsCommand.ts';

process.exitCode = await packsCommand(process.argv.slice(2), processIo(import.meta.url));
