/**
 * The encoding of the Internet Printing Protocol (RFC 8010): what the program sends to a printing system, and all that one
 * may answer, collections too.
 */

/** Value tags that are written; anything else can't be sent by mistake. */
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  collection: 0x34,
} as const;
const ENUM = 0x23;
const RANGE = 0x33;
const WITH_LANGUAGE: readonly number[] = [0x35, 0x36];
const END_COLLECTION = 0x37;
const MEMBER_NAME = 0x4a;
const OUT_OF_BAND_END = 0x1f;

const GROUP = { operation: 0x01, job: 0x02 } as const;
const END_OF_ATTRIBUTES = 0x03;

/** A value to be sent, with its syntax. */
export type IppOut =
  | { is: 'integer'; value: number }
  | { is: 'boolean'; value: boolean }
  | { is: 'name' | 'keyword' | 'uri' | 'charset' | 'language' | 'mime'; value: string }
  | { is: 'collection'; value: Record<string, IppOut> };

export interface IppRequest {
  operation: number;
  requestId: number;
  /** In this order: charset, language and target have to come first. */
  operationAttributes: Record<string, IppOut | readonly IppOut[]>;
  jobAttributes?: Record<string, IppOut | readonly IppOut[]>;
}

/** A value that came: text, number, truth, range as two numbers, collection as attributes. */
export type IppIn = string | number | boolean | { lower: number; upper: number } | IppAttributes;
/** Every attribute has its values in a list, however many there are: none where it was answered with "no value". */
export interface IppAttributes {
  [name: string]: IppIn[];
}
export interface IppAnswer {
  status: number;
  groups: { tag: number; attributes: IppAttributes }[];
}

const uint16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};
const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

function field(tag: number, name: string, value: Buffer): Buffer {
  const nameBytes = Buffer.from(name, 'utf8');
  return Buffer.concat([Buffer.from([tag]), uint16(nameBytes.length), nameBytes, uint16(value.length), value]);
}

function encodeValue(name: string, out: IppOut): Buffer {
  switch (out.is) {
    case 'integer':
      return field(TAG.integer, name, int32(out.value));
    case 'boolean':
      return field(TAG.boolean, name, Buffer.from([out.value ? 1 : 0]));
    case 'collection':
      return Buffer.concat([
        field(TAG.collection, name, Buffer.alloc(0)),
        ...Object.entries(out.value).flatMap(([member, value]) => [field(MEMBER_NAME, '', Buffer.from(member)), encodeValue('', value)]),
        field(END_COLLECTION, '', Buffer.alloc(0)),
      ]);
    default:
      return field(TAG[out.is], name, Buffer.from(out.value, 'utf8'));
  }
}

function encodeGroup(tag: number, attributes: IppRequest['operationAttributes']): Buffer {
  const fields = Object.entries(attributes).flatMap(([name, values]) =>
    [values].flat().map((value, index) => encodeValue(index === 0 ? name : '', value)),
  );
  return Buffer.concat([Buffer.from([tag]), ...fields]);
}

/** The bytes of a request, IPP 2.0; a document follows them as it is. */
export function encodeRequest({ operation, requestId, operationAttributes, jobAttributes }: IppRequest): Buffer {
  return Buffer.concat([
    Buffer.from([2, 0]),
    uint16(operation),
    int32(requestId),
    encodeGroup(GROUP.operation, operationAttributes),
    ...(jobAttributes ? [encodeGroup(GROUP.job, jobAttributes)] : []),
    Buffer.from([END_OF_ATTRIBUTES]),
  ]);
}

/** Reads an answer from its first byte to its last. Throws `RangeError` where it ends too early. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }

  uint16(): number {
    this.#at += 2;
    return this.#bytes.readUInt16BE(this.#at - 2);
  }

  skip(count: number): void {
    this.#at += count;
  }

  block(): Buffer {
    const length = this.uint16();
    if (this.#at + length > this.#bytes.length) throw new RangeError('The answer ends in the middle of a value.');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

/** One value of a tag; null for the out-of-band ones, such as "unknown". */
function decodeValue(tag: number, bytes: Buffer, reader: Reader): IppIn | null {
  if (tag <= OUT_OF_BAND_END) return null;
  if (tag === TAG.integer || tag === ENUM) return bytes.readInt32BE();
  if (tag === TAG.boolean) return bytes.readUInt8() === 1;
  if (tag === RANGE) return { lower: bytes.readInt32BE(), upper: bytes.readInt32BE(4) };
  if (tag === TAG.collection) return decodeCollection(reader);
  // Text with a language of its own: two lengths and two texts inside the value.
  if (WITH_LANGUAGE.includes(tag)) return bytes.toString('utf8', 4 + bytes.readUInt16BE());
  return bytes.toString('utf8');
}

function decodeCollection(reader: Reader): IppAttributes {
  const members: IppAttributes = {};
  let member = '';
  for (;;) {
    const tag = reader.byte();
    reader.block();
    const bytes = reader.block();
    if (tag === END_COLLECTION) return members;
    if (tag === MEMBER_NAME) member = bytes.toString('utf8');
    else {
      const value = decodeValue(tag, bytes, reader);
      members[member] = [...(members[member] ?? []), ...(value === null ? [] : [value])];
    }
  }
}

/** An answer as its attributes; what follows the attributes is left alone. Throws `RangeError` for one that is cut off. */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const reader = new Reader(bytes);
  reader.skip(2);
  const status = reader.uint16();
  reader.skip(4);
  const groups: IppAnswer['groups'] = [];
  let last = '';
  for (;;) {
    const tag = reader.byte();
    if (tag === END_OF_ATTRIBUTES) return { status, groups };
    const group = groups.at(-1);
    if (tag < 0x10) {
      groups.push({ tag, attributes: {} });
      continue;
    }
    const name = reader.block().toString('utf8');
    const value = decodeValue(tag, reader.block(), reader);
    if (name !== '') last = name;
    if (group) group.attributes[last] = [...(group.attributes[last] ?? []), ...(value === null ? [] : [value])];
  }
}
