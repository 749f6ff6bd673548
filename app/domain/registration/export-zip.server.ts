import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Zip, ZipPassThrough } from "fflate";
import { ZIP_EPOCH } from "./export-workbook.server";

/** One file of an archive. What is read must have the hash that the manifest has promised. */
export type ArchiveEntry = {
  path: string;
  sha256: string;
  sizeBytes: number;
  open(): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
};

/** A file that was made just now. */
export function madeEntry(path: string, bytes: Uint8Array): ArchiveEntry {
  return {
    path,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    sizeBytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}

async function* archive(entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const entry of entries) {
    const file = new ZipPassThrough(entry.path);
    file.mtime = ZIP_EPOCH;
    zip.add(file);
    const hash = createHash("sha256");
    for await (const chunk of await entry.open()) {
      hash.update(chunk);
      file.push(chunk);
      yield* ready.splice(0);
    }
    // An archive that breaks off is noticed; one with another file in it is not.
    if (hash.digest("hex") !== entry.sha256) throw new Error(`${entry.path} has another hash`);
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/**
 * A ZIP archive as a stream: one file is in memory at a time. The same entries give the same bytes.
 * The stream fails when a file is not what its entry says.
 */
export function zipStream(entries: readonly ArchiveEntry[]): ReadableStream<Uint8Array> {
  const source = Readable.from(archive(entries), { objectMode: false });
  return Readable.toWeb(source) as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>;
}
