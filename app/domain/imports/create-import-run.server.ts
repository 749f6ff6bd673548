import { createHash } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { Storage } from "~/platform/storage-contract";
import type { ColumnMapping, ImportKind } from "./import-field-rules";
import { IMPORT_LIMITS } from "./import-limits";
import { cleanMapping, guessMapping } from "./mapping-rules";
import { fitsFormat, formatOfName } from "./source-format";
import { previewSource } from "./source-rows.server";
import { storedSource } from "./stored-source.server";

export type NewImport = {
  kind: ImportKind;
  organisationId: string;
  /** Where the catalogue comes from; rows are recognised again by source and external id. */
  source?: string | undefined;
  fileName: string;
  content: ReadableStream<Uint8Array> | Uint8Array;
  /** Columns that are known already; the rest is guessed. */
  mapping?: ColumnMapping;
};

/**
 * Stores a catalogue file and opens an import run with its columns guessed.
 * @throws DomainError "import_format_unknown", "import_file_too_large" (413), "import_file_unreadable",
 * "import_no_header", "forbidden"
 */
export async function createImportRun(
  input: NewImport,
  actor: UserActor,
  db: Db,
  storage: Storage,
): Promise<{ id: string; headings: string[] }> {
  const organisation = assertFound(
    await db.organisation.findUnique({
      where: { id: input.organisationId },
      select: { id: true, uscc: true, regionCode: true, trustedImport: true, state: true },
    }),
  );
  const subject = { organisationId: organisation.id, regionCode: organisation.regionCode };
  assertCan(actor, "listing.import", subject);
  const isVerified = organisation.state === "VERIFIED" || organisation.state === "RECHECK";
  const isOperator = can(actor, "organisation.trust-import", subject);
  const format = formatOfName(input.fileName);
  if (!format) throw new DomainError("import_format_unknown", { field: "file", status: 415 });

  const id = newId();
  const storageKey = `imports/${id}/source.${format.toLowerCase()}`;
  const measured = measure(input.content, format);
  await storage.putFile(storageKey, measured.stream, "application/octet-stream");
  try {
    const { headings } = await previewSource(storedSource(storage, storageKey, format), 1);
    const mapping = {
      ...guessMapping(headings, input.kind),
      ...cleanMapping(input.mapping ?? {}, headings, input.kind),
    };
    const fileId = newId();
    await inTransaction(db, async (tx) => {
      await tx.storedFile.create({
        data: {
          id: fileId,
          organisationId: organisation.id,
          uploadedById: actor.userId,
          name: input.fileName.slice(-200),
          contentType: "application/octet-stream",
          sizeBytes: BigInt(measured.size()),
          sha256: measured.sha256(),
          storageKey,
          purpose: "IMPORT",
        },
      });
      await tx.importRun.create({
        data: {
          id,
          kind: input.kind,
          organisationId: organisation.id,
          startedById: actor.userId,
          fileId,
          fileName: input.fileName.slice(-200),
          format,
          source: input.source ?? organisation.uscc ?? organisation.id,
          mapping: input.mapping ? cleanMapping(input.mapping, headings, input.kind) : mapping,
          publish: isOperator || (organisation.trustedImport && isVerified),
          createdAt: clock.now(),
        },
      });
      await appendAudit(tx, actor, {
        action: "imports.run.created",
        subjectType: "ImportRun",
        subjectId: id,
        detail: { kind: input.kind, organisationId: organisation.id, sha256: measured.sha256() },
      });
    });
    return { id, headings };
  } catch (error) {
    await storage.deleteFile(storageKey);
    throw error;
  }
}

/** Passes a file on while it counts and hashes it, and stops at the limit or at the wrong kind of bytes. */
function measure(content: NewImport["content"], format: "CSV" | "XLSX" | "JSONL") {
  const hash = createHash("sha256");
  let size = 0;
  let digest: string | null = null;
  const source =
    content instanceof Uint8Array
      ? new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(content);
            controller.close();
          },
        })
      : content;
  const stream = source.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (size === 0 && !fitsFormat(format, chunk)) {
          throw new DomainError("import_file_disguised", { field: "file", status: 415 });
        }
        size += chunk.byteLength;
        if (size > IMPORT_LIMITS.fileBytes) {
          const params = { max: IMPORT_LIMITS.fileBytes / 1024 / 1024 };
          throw new DomainError("import_file_too_large", { field: "file", params, status: 413 });
        }
        hash.update(chunk);
        controller.enqueue(chunk);
      },
      flush() {
        if (size === 0) throw new DomainError("import_file_empty", { field: "file" });
      },
    }),
  );
  return {
    stream,
    size: () => size,
    sha256: () => {
      digest ??= hash.digest("hex");
      return digest;
    },
  };
}
