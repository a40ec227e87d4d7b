import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

/** A picture in sixteen greys, one byte a point: 0 is black, 15 white. */
export interface Grey {
  width: number;
  height: number;
  points: Uint8Array;
}

const WHITE = 15;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** An empty picture. */
export function blank(width: number, height: number): Grey {
  return { width, height, points: new Uint8Array(width * height).fill(WHITE) };
}

/** Puts one picture into another, its left upper corner at x, y. */
export function paste(onto: Grey, picture: Grey, x: number, y: number): void {
  for (let row = 0; row < picture.height; row++)
    onto.points.set(picture.points.subarray(row * picture.width, (row + 1) * picture.width), (y + row) * onto.width + x);
}

function fromPgm(bytes: Buffer): Grey {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm gave no grey picture.');
  const points = bytes.subarray(head[0].length);
  return { width: Number(head[1]), height: Number(head[2]), points: Uint8Array.from(points, (point) => Math.round(point / 17)) };
}

/** The pages of a PDF side by side, at 40 points to the inch. Needs pdftoppm (poppler-utils). */
export function greyPages(pdf: Uint8Array): Grey {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync('pdftoppm', ['-gray', '-r', '40', join(folder, 'paper.pdf'), join(folder, 'page')], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const files = readdirSync(folder).filter((file) => file.endsWith('.pgm'));
    const pages = files.sort().map((file) => fromPgm(readFileSync(join(folder, file))));
    const whole = blank(
      pages.reduce((sum, { width }) => sum + width, 0),
      Math.max(...pages.map(({ height }) => height)),
    );
    let x = 0;
    for (const page of pages) {
      paste(whole, page, x, 0);
      x += page.width;
    }
    return whole;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crcOf(named));
  return Buffer.concat([length, named, crc]);
}

/** A PNG of four bits a point. */
export function toPng({ width, height, points }: Grey): Buffer {
  const line = Math.ceil(width / 2) + 1;
  const raw = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * line + 1 + (x >> 1);
      raw[at] = (raw[at] ?? 0) | ((points[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Reads back what `toPng` wrote. */
export function fromPng(bytes: Buffer): Grey {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const raw = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const line = Math.ceil(width / 2) + 1;
  const points = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) points[y * width + x] = ((raw[y * line + 1 + (x >> 1)] ?? 0) >> (x % 2 === 0 ? 4 : 0)) & 15;
  return { width, height, points };
}

/** Side of the squares that are compared, in points: what is drawn a hair differently elsewhere stays within them. */
const SQUARE = 4;
/** By how much of sixteen greys a square may differ on average. */
const TOLERANCE = 1.5;

/** How many squares of two pictures differ; all of them when the sizes do. */
export function differingSquares(a: Grey, b: Grey): number {
  const columns = Math.ceil(a.width / SQUARE);
  const rows = Math.ceil(a.height / SQUARE);
  if (a.width !== b.width || a.height !== b.height) return columns * rows;
  const off = new Float64Array(columns * rows);
  a.points.forEach((point, index) => {
    const square = Math.floor(Math.floor(index / a.width) / SQUARE) * columns + Math.floor((index % a.width) / SQUARE);
    off[square] = (off[square] ?? 0) + point - (b.points[index] ?? 0);
  });
  return off.filter((sum) => Math.abs(sum) > TOLERANCE * SQUARE * SQUARE).length;
}
