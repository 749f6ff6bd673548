import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { getStorage } from "~/platform/storage.server";
import { evaluateDossier } from "./evaluate-dossier.server";
import { auditExtract } from "./export-audit-queries.server";
import { checksBlocks, checksReport } from "./export-checks-rules";
import { exportNational } from "./export-exchange.server";
import { exportFormPdf, exportFormWorkbook } from "./export-form.server";
import { type DossierManifest, MANIFEST_FORMAT, manifestSchema } from "./export-manifest-schema";
import type { ExportContent, ExportSource } from "./export-source-queries.server";
import { type ArchiveEntry, madeEntry, zipStream } from "./export-zip.server";
import { caseNumber } from "./paper-number-rules";
import type { PaperTexts } from "./paper-texts";
import { recognitionContext } from "./recognition-context.server";

type Part = { kind: string; entry: ArchiveEntry };
type File = NonNullable<ExportSource["contract"]["sealedFile"]>;

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

function storedEntry(path: string, file: File): ArchiveEntry {
  return {
    path,
    sha256: file.sha256,
    sizeBytes: Number(file.sizeBytes),
    async open() {
      const content = await getStorage().readFile(file.storageKey);
      if (!content) throw new DomainError("not_found", { status: 404 });
      return content.stream as unknown as AsyncIterable<Uint8Array>;
    },
  };
}

/** A name inside the archive: the number keeps equal names apart. */
function pathOf(folder: string, index: number, name: string): string {
  const safe = name.replace(/[/\\:*?"<>|\p{Cc}]/gu, "_");
  return `${folder}/${String(index + 1).padStart(2, "0")}-${safe}`;
}

function storedParts({ contract, documents, papers }: ExportSource): Part[] {
  const files: { kind: string; folder: string; file: File }[] = [
    ...(contract.sealedFile
      ? [{ kind: "CONTRACT", folder: "contract", file: contract.sealedFile }]
      : []),
    ...documents.map(({ kind, file }) => ({ kind, folder: "annexes", file })),
    ...papers.flatMap(({ kind, file }) => (file ? [{ kind, folder: "papers", file }] : [])),
  ];
  return files.map(({ kind, folder, file }, index) => ({
    kind,
    entry: storedEntry(pathOf(folder, index, file.name), file),
  }));
}

async function madeParts(
  content: ExportContent,
  texts: PaperTexts,
  locale: "zh-CN" | "en",
  db: DbOrTx,
): Promise<{ parts: Part[]; checkedOn: string }> {
  const { row, number, asOf } = content;
  const context = await recognitionContext(db);
  const checks = checksReport(await evaluateDossier(db, row, context), context.on);
  const checksPdf = await renderPdf({
    title: `${texts.t("exports.checksTitle")} ${number}`,
    author: texts.t("exports.author"),
    language: locale,
    createdAt: asOf,
    header: { right: number },
    blocks: checksBlocks(checks, number, texts),
  });
  const made: [kind: string, path: string, bytes: Uint8Array][] = [
    ["FORM", "form/form.xlsx", await exportFormWorkbook(content, texts)],
    ["FORM", "form/form.pdf", await exportFormPdf(content, texts, locale)],
    ["EXCHANGE", "exchange.json", exportNational(content)],
    ["CHECKS", "checks/checks.pdf", checksPdf],
    ["CHECKS", "checks/checks.json", json(checks)],
    ["AUDIT", "audit.json", json(await auditExtract(db, row.id))],
  ];
  const parts = made.map(([kind, path, bytes]) => ({ kind, entry: madeEntry(path, bytes) }));
  return { parts, checkedOn: context.on };
}

/**
 * The whole dossier as a ZIP: manifest with hashes, form, contract, annexes, papers, checks, exchange
 * data and audit extract. The same content on the same day gives the same bytes.
 */
export async function exportDossier(
  content: ExportContent,
  texts: PaperTexts,
  locale: "zh-CN" | "en",
  db: DbOrTx,
): Promise<{ stream: ReadableStream<Uint8Array>; manifest: DossierManifest }> {
  const { parts: made, checkedOn } = await madeParts(content, texts, locale, db);
  const parts = [...made, ...storedParts(content.row)];
  const manifest = manifestSchema.parse({
    format: MANIFEST_FORMAT,
    version: "1.0",
    case: caseNumber(content.row.number),
    asOf: content.asOf.toISOString(),
    checkedOn,
    files: parts.map(({ kind, entry: { path, sizeBytes, sha256 } }) => ({
      ...{ path, kind, sizeBytes, sha256 },
    })),
  });
  const entries = [madeEntry("manifest.json", json(manifest)), ...parts.map((one) => one.entry)];
  return { stream: zipStream(entries), manifest };
}
