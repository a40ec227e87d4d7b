import { deflateSync } from 'node:zlib';
import type { Reference } from 'pdfkit';

/** Streams that are kept: pages and fonts of the papers drawn last, a few megabytes. */
const STREAMS_KEPT = 40;

interface Stream {
  raw: Uint8Array;
  packed: Uint8Array;
}

/** The newest first. */
const kept: Stream[] = [];

/** The bytes compressed: those of a stream that is the same, byte for byte, are not compressed again. */
function packed(raw: Buffer): Uint8Array {
  const at = kept.findIndex((stream) => raw.equals(stream.raw));
  const [stream = { raw, packed: deflateSync(raw) }] = at < 0 ? [] : kept.splice(at, 1);
  kept.unshift(stream);
  if (kept.length > STREAMS_KEPT) kept.pop();
  return stream.packed;
}

/** Ends an object of the file as pdfkit does, with its stream from `packed`: a draft changes one page of the paper before it. */
export function endWithKept(this: Reference): void {
  if (this.compress && this.buffer.length > 0) {
    this.buffer = [packed(Buffer.concat(this.buffer))];
    this.compress = false;
  }
  const pdfkits: Pick<Reference, 'finalize'> = Object.getPrototypeOf(this);
  pdfkits.finalize.call(this);
}
