import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";
import { contractNumber } from "./contract-number-rules";
import { findScanUpload } from "./paper-queries.server";
import { PAPER_MAX_BYTES } from "./paper-schema";
import { getSignAccess } from "./sign-access.server";
import { agreementHashOf } from "./sign-agreement.server";
import { agreementParagraphs } from "./sign-agreement-rules";
import { listSignFactors } from "./sign-factor.server";
import type { PaperPageView, SignPageView } from "./sign-view";
import { listSignerCandidates } from "./signer-candidates-queries.server";
import { nextSignerOf } from "./signer-rules";

const select = {
  id: true,
  dealId: true,
  number: true,
  kind: true,
  createdAt: true,
  title: true,
  state: true,
  signingMode: true,
  finalSha256: true,
  finalPageCount: true,
  finalAt: true,
  finalFile: { select: { sizeBytes: true } },
  sealedSha256: true,
  signedAt: true,
  signedOn: true,
  signers: {
    orderBy: { sort: "asc" },
    include: {
      organisation: { select: { legalName: true } },
      user: { select: { name: true, legalName: true } },
    },
  },
} as const;

/** Everything on the page of electronic signing. @throws DomainError "not_found" (404) */
export async function getSignPage(
  db: DbOrTx,
  contractId: string,
  actor: UserActor,
): Promise<SignPageView> {
  const { side, organisationId } = await getSignAccess(db, contractId, actor);
  const contract = await db.contract.findUniqueOrThrow({ where: { id: contractId }, select });
  const { state, finalSha256, finalAt } = contract;
  const isRunning = state === "SIGNING";
  const next = isRunning ? nextSignerOf(contract.signers) : null;
  const own = contract.signers.find((one) => one.organisationId === organisationId);
  const mine = contract.signers.find((one) => one.userId === actor.userId);
  const speaks = side !== null && can(actor, "contract.draft", { organisationId });
  const mayName = speaks && (state === "FINAL" || (isRunning && own && !own.signedAt));
  const isMyTurn = next !== null && next.userId === actor.userId;
  const sides = new Set(contract.signers.map((one) => one.side));
  const isParty = side === "SUPPLY" || side === "DEMAND";
  // Signatures of a round that was declined are no part of what is signed now.
  const counts = (sha256: string | null) => sha256 !== null && sha256 === finalSha256;
  return {
    id: contract.id,
    dealId: contract.dealId,
    number: contractNumber(contract),
    title: contract.title,
    state,
    signingMode: contract.signingMode,
    document:
      finalSha256 && finalAt
        ? {
            sha256: finalSha256,
            pages: contract.finalPageCount ?? 0,
            bytes: Number(contract.finalFile?.sizeBytes ?? 0),
            finalAt: finalAt.toISOString(),
          }
        : null,
    sealed:
      contract.sealedSha256 && contract.signedAt
        ? { sha256: contract.sealedSha256, at: contract.signedAt.toISOString() }
        : null,
    signers: contract.signers.map((one) => ({
      side: one.side,
      organisation: one.organisation.legalName,
      name: one.user.legalName ?? one.user.name,
      capacity: one.capacity,
      signedAt: counts(one.documentSha256) ? (one.signedAt?.toISOString() ?? null) : null,
      declinedAt: one.declinedAt?.toISOString() ?? null,
      declineNote: one.declineNote,
      factor: counts(one.documentSha256) ? one.factor : null,
      isMe: one.userId === actor.userId,
      isNext: one.id === next?.id,
    })),
    candidates: mayName && organisationId ? await listSignerCandidates(db, organisationId) : null,
    ownSigner: own ? { userId: own.userId, capacity: own.capacity } : null,
    mayStart: state === "FINAL" && speaks && isParty && sides.has("SUPPLY") && sides.has("DEMAND"),
    turn:
      isMyTurn && finalSha256
        ? {
            agreement: agreementParagraphs(finalSha256),
            agreementHash: agreementHashOf(finalSha256),
            factors: await listSignFactors(db, actor.userId),
          }
        : null,
    mayDecline: isRunning && mine !== undefined && !mine.signedAt,
    mayUsePaper: state === "FINAL" && speaks && isParty,
  };
}

/** Everything on the page of signing on paper. @throws DomainError "not_found" (404) */
export async function getPaperPage(
  db: DbOrTx,
  contractId: string,
  actor: UserActor,
): Promise<PaperPageView> {
  const { side, organisationId } = await getSignAccess(db, contractId, actor);
  const contract = await db.contract.findUniqueOrThrow({ where: { id: contractId }, select });
  const { state } = contract;
  const upload = contract.signingMode === "PAPER" ? await findScanUpload(db, contractId) : null;
  const isParty = side === "SUPPLY" || side === "DEMAND";
  const speaks = isParty && can(actor, "contract.draft", { organisationId });
  const isChecked = state === "PAPER_CHECK";
  const maySign = isParty && can(actor, "contract.sign", { organisationId });
  return {
    id: contract.id,
    dealId: contract.dealId,
    number: contractNumber(contract),
    title: contract.title,
    state,
    document: contract.finalSha256
      ? { sha256: contract.finalSha256, pages: contract.finalPageCount ?? 0 }
      : null,
    scan:
      upload && contract.sealedSha256
        ? {
            ...upload,
            sha256: contract.sealedSha256,
            signedOn: contract.signedOn?.toISOString().slice(0, 10) ?? "",
          }
        : null,
    maxBytes: PAPER_MAX_BYTES,
    mayUpload: state === "FINAL" && speaks,
    mayConfirm: isChecked && maySign && upload !== null && upload.side !== side,
    mayReject: isChecked && speaks,
  };
}
