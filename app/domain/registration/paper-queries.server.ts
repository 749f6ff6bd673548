import type { Actor } from "~/domain/identity/actor";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import type { PaperRow } from "./certificate-view";
import { EXPORTS, type ExportKind } from "./export-kind-rules";
import { PAPER_KINDS, type PaperKind } from "./paper-kind-rules";
import { getRegistrationAccess, type RegistrationReader } from "./registration-access.server";

/** Papers on what was registered name both sides; a refusal is the applicant's own. */
const OF_BOTH_SIDES: readonly PaperKind[] = [
  "CERTIFICATE",
  "CHANGE_NOTICE",
  "CANCELLATION_NOTICE",
  "REVOCATION_NOTICE",
];

const READABLE: Record<RegistrationReader, readonly PaperKind[]> = {
  APPLICANT: PAPER_KINDS,
  OFFICE: PAPER_KINDS,
  OTHER_SIDE: OF_BOTH_SIDES,
  POINT: ["PRECHECK_OPINION"],
  ROOM: [],
};

/** The papers of a case that this reader may open, newest first. A case has few. */
export async function listPapers(
  db: DbOrTx,
  registrationId: string,
  as: RegistrationReader,
): Promise<PaperRow[]> {
  const rows = await db.registrationPaper.findMany({
    where: { registrationId, kind: { in: [...READABLE[as]] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PaperKind,
    version: row.version,
    issuer: row.issuer,
    issuedAt: row.issuedAt?.toISOString() ?? null,
    supersededAt: row.supersededAt?.toISOString() ?? null,
    sha256: row.sha256,
  }));
}

/**
 * The stored file of a paper, for those whom it concerns.
 * @throws DomainError "not_found" (404), "paper_not_ready" (409) while it is being made
 */
export async function readPaperFile(
  db: DbOrTx,
  ids: { registrationId: string; paperId: string },
  actor: Actor,
): Promise<{ name: string; contentType: string; storageKey: string }> {
  const { as } = await getRegistrationAccess(db, ids.registrationId, actor);
  const paper = isId(ids.paperId)
    ? await db.registrationPaper.findFirst({
        where: {
          id: ids.paperId,
          registrationId: ids.registrationId,
          kind: { in: [...READABLE[as]] },
        },
        select: { file: { select: { name: true, contentType: true, storageKey: true } } },
      })
    : null;
  const { file } = assertFound(paper);
  if (!file) throw new DomainError("paper_not_ready", { status: 409 });
  return file;
}

export type PapersPage = {
  title: string;
  /** Registration number; "" before there is one. */
  registrationNo: string;
  papers: PaperRow[];
  exports: ExportKind[];
};

/**
 * Papers and exports of a case, as far as this reader may take them.
 * @throws DomainError "not_found" (404)
 */
export async function getPapersPage(db: DbOrTx, id: string, actor: Actor): Promise<PapersPage> {
  const { row, as } = await getRegistrationAccess(db, id, actor);
  const mayExport = as === "APPLICANT" || as === "OFFICE" || as === "POINT";
  const isRegistered = row.registrationNo !== null;
  return {
    title: row.contract.title,
    registrationNo: row.registrationNo ?? "",
    papers: await listPapers(db, row.id, as),
    exports: mayExport ? EXPORTS.filter((kind) => kind !== "tax.json" || isRegistered) : [],
  };
}
