import type { UserActor } from "~/domain/identity/actor";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { getReadableContract } from "./contract-access.server";
import { getContractDraft } from "./contract-draft-queries.server";
import { contractNumber } from "./contract-number-rules";
import { draftMark, renderContractDocx, renderContractPdf } from "./render-contract.server";

export type ContractFile =
  | { kind: "MADE"; name: string; contentType: string; bytes: Uint8Array }
  | { kind: "STORED"; name: string; contentType: string; storageKey: string };

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A contract as a file: the frozen PDF (or the sealed one), or a version of the text as Word or PDF.
 * A version that is not final says so on every page.
 * @throws DomainError "not_found" (404)
 */
export async function getContractFile(
  ids: { dealId: string; contractId: string },
  wanted: { format: "docx" | "pdf" | "final" | "sealed"; version: number | null },
  actor: UserActor,
  db: DbOrTx,
): Promise<ContractFile> {
  const { row } = await getReadableContract(db, ids, actor);
  const { format } = wanted;
  const base = `${contractNumber(row)} ${row.title}`;
  if (format === "final" || format === "sealed") {
    const fileId = format === "final" ? row.finalFileId : row.sealedFileId;
    if (!fileId) throw new DomainError("not_found", { status: 404 });
    const file = assertFound(
      await db.storedFile.findUnique({
        where: { id: fileId },
        select: { name: true, contentType: true, storageKey: true },
      }),
    );
    return { kind: "STORED", ...file };
  }
  const draft = await getContractDraft(db, row.id, wanted.version ?? row.draftNumber);
  const isFinal = row.finalSha256 !== null && draft.number === row.draftNumber;
  const mark = isFinal ? null : draftMark(draft.number);
  const label = isFinal ? "" : ` 草稿第${draft.number}版`;
  if (format === "docx") {
    const bytes = await renderContractDocx(row, draft, mark);
    return { kind: "MADE", name: `${base}${label}.docx`, contentType: DOCX, bytes };
  }
  const { bytes } = await renderContractPdf(row, draft, { createdAt: draft.createdAt, mark });
  return { kind: "MADE", name: `${base}${label}.pdf`, contentType: "application/pdf", bytes };
}
