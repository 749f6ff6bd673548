import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { DomainError } from "~/domain/shared/domain-error";
import type { Storage } from "~/platform/storage-contract";
import type { SourceFormat } from "./source-format";
import type { Source } from "./source-rows.server";

/** A stored file as a source of rows. @throws DomainError "import_file_missing" when opened */
export function storedSource(storage: Storage, key: string, format: SourceFormat): Source {
  return {
    format,
    async open() {
      const file = await storage.readFile(key);
      if (!file) throw new DomainError("import_file_missing", { status: 410 });
      return Readable.fromWeb(file.stream as NodeReadableStream<Uint8Array>);
    },
  };
}
