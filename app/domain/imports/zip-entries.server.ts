import { createInflateRaw } from "node:zlib";

/** Where an entry's bytes lie in the archive. */
type Entry = { method: number; start: number; compressedSize: number };

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;

/** An archive that is damaged, encrypted, larger than it says, or not an archive. */
export class BadArchiveError extends Error {}

/** The directory of a ZIP archive in memory (APPNOTE 4.3); ZIP64 and encryption are refused. */
export function readZipDirectory(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_MARK) {
      throw new BadArchiveError("directory");
    }
    const flags = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    if (flags & 1) throw new BadArchiveError("encrypted");
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_MARK) {
      throw new BadArchiveError("entry");
    }
    entries.set(name.replace(/^\//, ""), {
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(bytes.length - END_SIZE - 0xffff, 0);
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_MARK) return at;
  }
  throw new BadArchiveError("end");
}

/**
 * The text of an entry, piece by piece.
 * @param maxBytes after so many inflated bytes the archive is taken for a bomb
 * @throws BadArchiveError
 */
export async function* readZipText(
  bytes: Buffer,
  entry: Entry,
  maxBytes: number,
): AsyncGenerator<string> {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  const decoder = new TextDecoder();
  let size = 0;
  for await (const chunk of inflated(packed, entry.method)) {
    size += chunk.length;
    if (size > maxBytes) throw new BadArchiveError("too large");
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function* inflated(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw new BadArchiveError("method");
  const stream = createInflateRaw({ chunkSize: 128 * 1024 });
  stream.end(packed);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    throw new BadArchiveError("data");
  } finally {
    stream.destroy();
  }
}
