import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { AuctionPaperFacts, AuctionPaperKind } from "./auction-paper-rules";
import type { StoredEngine } from "./lock-course.server";

/** The winner has confirmed: states of a lot from then on. */
const CONFIRMED = ["SOLD", "CONTRACTED", "CLOSED"];

/** What the papers of a published run say, and which of them are due and missing; null before. */
export async function findPaperSource(db: DbOrTx, auctionId: string) {
  const run = await db.auction.findUnique({
    where: { id: auctionId },
    include: {
      lot: { include: { organisation: { select: { legalName: true } } } },
      bidders: { select: { id: true, applicationId: true } },
    },
  });
  const { state, names } = (run?.engineState ?? {}) as unknown as StoredEngine;
  if (!run?.publishedAt || !run.endedAt || !state.result) return null;
  const { lot } = run;
  const winner = run.bidders.find((one) => one.id === run.winnerBidderId);
  const isConfirmed =
    winner !== undefined &&
    lot.winnerApplicationId === winner.applicationId &&
    CONFIRMED.includes(lot.state);
  const confirmed = isConfirmed
    ? await db.procedureMove.findFirst({
        where: { procedure: "lot", subjectId: lot.id, move: "confirm" },
        orderBy: { at: "desc" },
        select: { at: true },
      })
    : null;
  const due: AuctionPaperKind[] = [];
  if (run.resultFileId === null && run.state === "ENDED") due.push("AUCTION_RESULT");
  if (run.confirmationFileId === null && confirmed) due.push("SALE_CONFIRMATION");
  const facts: AuctionPaperFacts = {
    lot: { number: lot.number, title: lot.title, seller: lot.organisation.legalName },
    run: run.run,
    startedAt: run.startsAt,
    endedAt: run.endedAt,
    result: state.result,
    bidders: names.map(({ number, name }) => {
      return { number, name, bestFen: state.offers[number]?.amountFen ?? null };
    }),
    head: run.headHash,
    fingerprint: run.keyFingerprint ?? "",
    transcriptUrl: `${appUrl()}/lots/${lot.number}/transcript`,
    confirmedAt: confirmed?.at ?? null,
    auctionHouse: lot.auctionHouse,
  };
  return { facts, due, sellerId: lot.organisationId, createdById: lot.createdById };
}

/**
 * A paper of the last published run of a lot. The notice of the result is public; the confirmation is
 * for seller, winner and operators.
 */
export async function findAuctionPaper(
  db: DbOrTx,
  lotNumber: number,
  kind: AuctionPaperKind,
  actor: Actor | null,
) {
  if (!Number.isSafeInteger(lotNumber) || lotNumber < 1 || lotNumber > 2 ** 31 - 1) return null;
  const run = await db.auction.findFirst({
    where: { lot: { number: lotNumber }, publishedAt: { not: null } },
    orderBy: { run: "desc" },
    select: {
      winnerBidderId: true,
      lot: { select: { organisationId: true, regionCode: true } },
      bidders: { select: { id: true, organisationId: true } },
      resultFile: { select: { name: true, contentType: true, storageKey: true } },
      confirmationFile: { select: { name: true, contentType: true, storageKey: true } },
    },
  });
  if (!run) return null;
  if (kind === "AUCTION_RESULT") return run.resultFile;
  const winner = run.bidders.find((one) => one.id === run.winnerBidderId);
  const { organisationId, regionCode } = run.lot;
  const maySee =
    can(actor, "lot.view-unpublished", { organisationId, regionCode }) ||
    can(actor, "lot.view-unpublished", { organisationId: winner?.organisationId ?? null }) ||
    can(actor, "bid.operate", { regionCode });
  return maySee ? run.confirmationFile : null;
}
