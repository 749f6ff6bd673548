import type { UserActor } from "~/domain/identity/actor";
import { exportDossier } from "~/domain/registration/export-dossier.server";
import { exportNational, exportTaxNotice } from "~/domain/registration/export-exchange.server";
import { exportFormPdf, exportFormWorkbook } from "~/domain/registration/export-form.server";
import {
  EXPORT_CONTENT_TYPES,
  type ExportKind,
  isExportKind,
} from "~/domain/registration/export-kind-rules";
import {
  type ExportContent,
  getExportSource,
} from "~/domain/registration/export-source-queries.server";
import type { PaperTexts } from "~/domain/registration/paper-texts";
import { DomainError } from "~/domain/shared/domain-error";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { madeFileResponse } from "./file-response.server";

/** Texts of documents that a reader takes away, in the reader's language. */
function textsFor(request: Request): PaperTexts {
  return {
    t: getFixedT(request, "certificates"),
    rules: getFixedT(request, "registration"),
    form: getFixedT(request, "recognition"),
  };
}

type Made = Exclude<ExportKind, "dossier.zip">;

function make(kind: Made, content: ExportContent, request: Request) {
  const texts = textsFor(request);
  switch (kind) {
    case "form.xlsx":
      return exportFormWorkbook(content, texts);
    case "form.pdf":
      return exportFormPdf(content, texts, findLocale(request));
    case "exchange.json":
      return exportNational(content);
    case "tax.json":
      return exportTaxNotice(content, getDb());
  }
}

/**
 * One export of a case as a download, for the applicant and those who handle it.
 * @throws DomainError "not_found" (404) for a name that is no export
 */
export async function registrationExport(
  request: Request,
  ids: { id: string | undefined; what: string | undefined },
  actor: UserActor,
): Promise<Response> {
  const { id = "", what } = ids;
  if (!isExportKind(what)) throw new DomainError("not_found", { status: 404 });
  const db = getDb();
  const locale = findLocale(request);
  const content = await getExportSource(db, id, actor, locale);
  const name = `${content.number}-${what}`;
  const type = EXPORT_CONTENT_TYPES[what];
  if (what !== "dossier.zip")
    return madeFileResponse(name, type, await make(what, content, request));
  const { stream } = await exportDossier(content, textsFor(request), locale, db);
  return new Response(stream, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
