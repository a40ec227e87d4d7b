import * as z from 'zod';

/** Zod would compile its checks with `eval`, which the content security policy forbids. Imported before any schema. */
z.config({ jitless: true });
