import { inflateRawSync } from 'node:zlib';

const END = Buffer.from('PK\u0005\u0006', 'latin1');
const ENTRY_BYTES = 46;
const HEAD_BYTES = 30;
const DEFLATED = 8;

/** The texts in a ZIP file by their names, as its directory lists them. */
export function unzip(file: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  const end = file.lastIndexOf(END);
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const size = file.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const head = file.readUInt32LE(at + 42);
    const begin = head + HEAD_BYTES + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28);
    const bytes = file.subarray(begin, begin + size);
    const text = file.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(bytes) : bytes;
    texts.set(file.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name!), text.toString());
    at += ENTRY_BYTES + name! + extra! + comment!;
  }
  return texts;
}
