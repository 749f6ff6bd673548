import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { getSealKey, getSealProvider } from "~/domain/shared/seal-key.server";
import { signPayload } from "~/domain/shared/sign-payload.server";
import { type StoredFileRef, storeMade } from "~/domain/shared/store-file.server";
import type { Db, Tx } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { type SealedPdf, sealPdf } from "~/platform/seal-pdf.server";
import {
  signedToken,
  type TokenFacts,
  tokenAddress,
  unsignedToken,
} from "./certificate-token-rules";
import { paperBlocks } from "./paper-blocks-rules";
import { getPaperFacts, hashFacts } from "./paper-facts-queries.server";
import type { PaperFacts } from "./paper-facts-schema";
import { type PaperKind, sealKindOf, statusAtIssue } from "./paper-kind-rules";
import type { PaperTexts } from "./paper-texts";

const big = (fen: string | null) => (fen === null ? null : BigInt(fen));

function tokenFactsOf(facts: PaperFacts): TokenFacts {
  const { kind, number, officialNo, decidedOn, issuer, version, issuedOn } = facts;
  return {
    ...{ kind, number, officialNo, decidedOn, issuer, version, issuedOn },
    category: facts.categoryCode,
    status: statusAtIssue(kind),
    totalFen: big(facts.totalFen),
    technicalFen: big(facts.technicalFen),
    approvedIncomeFen: big(facts.approvedIncomeFen),
    seller: facts.seller,
    buyer: facts.buyer,
    project: facts.project,
    factsHash: hashFacts(facts),
  };
}

/** @throws Error when the key was changed between its look-up and its use; the job runs again */
async function makeToken(facts: PaperFacts, db: Db): Promise<{ token: string; key: string }> {
  const { fingerprint } = await getSealKey("CERTIFICATE", db);
  const unsigned = unsignedToken(tokenFactsOf(facts), fingerprint);
  const signed = await signPayload(Buffer.from(unsigned, "ascii"), db);
  if (signed.fingerprint !== fingerprint) throw new Error("the key was changed meanwhile");
  return { token: signedToken(unsigned, signed.signature), key: fingerprint };
}

async function renderPaper(facts: PaperFacts, token: string, texts: PaperTexts): Promise<Buffer> {
  const { t } = texts;
  const origin = appUrl();
  const code = {
    address: tokenAddress(origin, facts.number, token),
    host: new URL(origin).host,
  };
  const { number, issuer } = facts;
  return renderPdf({
    title: `${t(`kind.${facts.kind}`)} ${number}`,
    subject: number,
    author: issuer,
    // Where the offline verifier looks for the token.
    keywords: token,
    language: "zh-CN",
    createdAt: clock.now(),
    header: { left: issuer, right: number },
    footer: t("paper.footer", { issuer, number }),
    ...(facts.kind === "PRECHECK_OPINION" ? { watermark: t("paper.opinionWatermark") } : {}),
    blocks: paperBlocks(facts, code, texts),
  });
}

/** A certificate that no longer says how things stand: a later version, a cancellation, a revocation. */
async function supersede(tx: Tx, registrationId: string, kind: PaperKind, version: number) {
  const isEnd = kind === "CANCELLATION_NOTICE" || kind === "REVOCATION_NOTICE";
  if (kind !== "CERTIFICATE" && !isEnd) return;
  const now = clock.now();
  const before = isEnd ? {} : { version: { lt: version } };
  await tx.registrationPaper.updateMany({
    where: { registrationId, kind: "CERTIFICATE", supersededAt: null, ...before },
    data: { supersededAt: now },
  });
  await tx.documentSeal.updateMany({
    where: {
      ...{ subjectType: "Registration", subjectId: registrationId, kind: "CERTIFICATE" },
      ...{ supersededAt: null, ...before },
    },
    data: { supersededAt: now },
  });
}

type Made = { facts: PaperFacts; token: string; key: string; sealed: SealedPdf; label: string };

/** Writes what was made, unless another run of the job has been first. */
async function keepPaper(tx: Tx, paperId: string, made: Made, file: StoredFileRef): Promise<void> {
  const [row] = await tx.$queryRaw<{ fileId: string | null; registrationId: string }[]>`
    SELECT "fileId", "registrationId" FROM "RegistrationPaper" WHERE id = ${paperId}::uuid FOR UPDATE`;
  if (!row || row.fileId !== null) throw new DomainError("paper_issued_already", { status: 409 });
  const { facts, sealed } = made;
  const { kind, version } = facts;
  await tx.registrationPaper.update({
    where: { id: paperId },
    data: {
      fileId: file.id,
      sha256: sealed.sha256,
      token: made.token,
      keyFingerprint: made.key,
      issuedAt: clock.now(),
    },
  });
  await supersede(tx, row.registrationId, kind, version);
  const isCertificate = kind === "CERTIFICATE";
  await recordSeal(
    {
      kind: sealKindOf(kind),
      subjectType: isCertificate ? "Registration" : "RegistrationPaper",
      subjectId: isCertificate ? row.registrationId : paperId,
      version: isCertificate ? version : 1,
      label: made.label,
      fileId: file.id,
      sha256: sealed.sha256,
      originalSha256: sealed.originalSha256,
      originalBytes: sealed.originalBytes,
      fingerprint: sealed.fingerprint,
    },
    tx,
  );
  await appendAudit(tx, systemActor("registration.issue"), {
    action: "registration.paper.issued",
    subjectType: "Registration",
    subjectId: row.registrationId,
    detail: { paperId, kind, version, number: facts.number, sha256: sealed.sha256 },
  });
}

/**
 * Makes, signs and keeps an ordered paper, once: a second run, or one after a kill in the middle,
 * finds it issued or issues it; two runs at once keep one.
 * @param texts in Chinese: official papers are in Chinese
 */
export async function sealPaper(
  input: { paperId: string },
  texts: PaperTexts,
  db: Db,
): Promise<void> {
  const paper = assertFound(
    await db.registrationPaper.findUnique({
      where: { id: input.paperId },
      select: {
        fileId: true,
        registration: { select: { applicantId: true, createdById: true } },
      },
    }),
  );
  if (paper.fileId !== null) return;
  const facts = await getPaperFacts(input.paperId, calendarDate(clock.now()), db);
  const { token, key } = await makeToken(facts, db);
  const { t } = texts;
  const label = `${t(`kind.${facts.kind}`)} ${facts.number} ${t("field.versionNumber", facts)}`;
  const sealed = await sealPdf(
    {
      original: await renderPaper(facts, token, texts),
      signedAt: clock.now(),
      reason: label,
      fieldName: "seal-1",
    },
    await getSealProvider(db),
  );
  const { applicantId, createdById } = paper.registration;
  try {
    await storeMade(
      {
        purpose: "CERTIFICATE",
        organisationId: applicantId,
        userId: createdById,
        name: `${label}.pdf`,
        bytes: sealed.bytes,
        contentType: "application/pdf",
        ending: "pdf",
      },
      db,
      (tx, file) => keepPaper(tx, input.paperId, { facts, token, key, sealed, label }, file),
    );
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "paper_issued_already")) throw error;
  }
}
