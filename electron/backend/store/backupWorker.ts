import { runJob } from './backupJobs.ts';

/** One long work with backups, in a thread of its own. */
runJob();
