import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { getSealProvider } from "~/domain/shared/seal-key.server";
import { storeMade } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { sealPdf } from "~/platform/seal-pdf.server";
import { type AuctionPaperKind, auctionPaperBlocks, paperTitle } from "./auction-paper-rules";
import { findPaperSource } from "./paper-source-queries.server";

const COLUMNS = {
  AUCTION_RESULT: "resultFileId",
  SALE_CONFIRMATION: "confirmationFileId",
} as const;

/**
 * Makes and seals the papers of a published run that are due and missing: the notice of its result, and
 * the confirmation once the winner has confirmed. Twice, or two at once, makes each once.
 */
export async function makeAuctionPapers(auctionId: string, actor: Actor, db: Db): Promise<void> {
  if (actor.kind !== "SYSTEM") throw new DomainError("forbidden", { status: 403 });
  const source = await findPaperSource(db, auctionId);
  if (!source) return;
  for (const kind of source.due) await makePaper(kind, auctionId, source, db);
}

type Source = NonNullable<Awaited<ReturnType<typeof findPaperSource>>>;

async function makePaper(
  kind: AuctionPaperKind,
  auctionId: string,
  { facts, sellerId, createdById }: Source,
  db: Db,
): Promise<void> {
  const now = clock.now();
  const title = `${paperTitle(kind)} ${facts.lot.number}`;
  const original = await renderPdf({
    title,
    author: "科技大市场",
    language: "zh-CN",
    createdAt: now,
    header: { left: "科技大市场", right: title },
    footer: title,
    blocks: auctionPaperBlocks(kind, facts),
  });
  const seal = { original, signedAt: now, reason: title, fieldName: "seal-1" };
  const sealed = await sealPdf(seal, await getSealProvider(db));
  const file = {
    purpose: "LOT",
    organisationId: sellerId,
    userId: createdById,
    name: `${title}.pdf`,
    bytes: sealed.bytes,
    contentType: "application/pdf",
    ending: "pdf",
  } as const;
  try {
    await storeMade(file, db, async (tx, { id: fileId }) => {
      const column = COLUMNS[kind];
      const { count } = await tx.auction.updateMany({
        where: { id: auctionId, [column]: null },
        data: { [column]: fileId },
      });
      if (count === 0) throw new DomainError("paper_issued_already", { status: 409 });
      const { sha256, originalSha256, originalBytes, fingerprint } = sealed;
      const seen = { sha256, originalSha256, originalBytes, fingerprint };
      const subject = { kind, subjectType: "Auction", subjectId: auctionId, label: title };
      await recordSeal({ ...subject, fileId, ...seen }, tx);
      await appendAudit(tx, systemActor("bidding"), {
        action: "auction.paper",
        subjectType: "Auction",
        subjectId: auctionId,
        detail: { kind, sha256 },
      });
    });
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "paper_issued_already")) throw error;
  }
}
