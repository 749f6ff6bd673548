import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { env } from "./env.server.ts";
import { assertStorageKey, type Storage } from "./storage-contract.ts";
import { createS3Storage } from "./storage-s3.server.ts";

/** Files below one folder. A file appears under its name only when it is complete. */
export function createFolderStorage(folder: string): Storage {
  const root = path.resolve(folder);
  const placeOf = (key: string) => {
    assertStorageKey(key);
    return path.join(root, ...key.split("/"));
  };
  return {
    async putFile(key, content) {
      const place = placeOf(key);
      const unfinished = path.join(root, ".incoming", randomUUID());
      await mkdir(path.dirname(unfinished), { recursive: true, mode: 0o700 });
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const source =
        content instanceof Uint8Array
          ? Readable.from([content])
          : Readable.fromWeb(content as NodeReadableStream<Uint8Array>);
      try {
        await pipeline(source, fs.createWriteStream(unfinished, { mode: 0o600, flush: true }));
        await rename(unfinished, place);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async readFile(key) {
      const place = placeOf(key);
      const found = await stat(place).catch(() => null);
      if (!found?.isFile()) return null;
      const stream = Readable.toWeb(fs.createReadStream(place)) as ReadableStream<Uint8Array>;
      return { stream, sizeBytes: found.size };
    },
    async deleteFile(key) {
      await rm(placeOf(key), { force: true });
    },
  };
}

let chosen: Storage | undefined;

/** The storage of this installation: S3 when S3_BUCKET is set, else DATA_DIR/files. */
export function getStorage(): Storage {
  const { S3_BUCKET, DATA_DIR } = env();
  chosen ??= S3_BUCKET ? createS3Storage(env()) : createFolderStorage(path.join(DATA_DIR, "files"));
  return chosen;
}

/** Writes, reads and deletes a small file. @throws Error when the storage does not work. */
export async function checkStorage(): Promise<void> {
  const storage = getStorage();
  const key = `health/${randomUUID()}`;
  await storage.putFile(key, new Uint8Array([1]), "application/octet-stream");
  const content = await storage.readFile(key);
  await content?.stream.cancel();
  await storage.deleteFile(key);
  if (content?.sizeBytes !== 1) throw new Error("storage does not give back what was written");
}
