import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { paymentHref } from "~/domain/payments/payment-href";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { readBidContent } from "./bid-content-queries.server";
import { BIDDING_LEVEL } from "./bidding-level";
import { openPriceQuestions } from "./price-question-queries.server";
import { getSealingCall } from "./sealing-call-queries.server";
import type { SealingCall } from "./sealing-rules.js";
import type { TenderBidState } from "./tender-bid-procedure";
import { findPublicTender } from "./tender-page-queries.server";
import { readCriteria, readRules, type TenderCriterion } from "./tender-schema";
import type { OwnBidView } from "./tender-view";

export type BidPage = {
  tender: {
    id: string;
    number: number;
    title: string;
    state: string;
    bidsDueAt: string | null;
    budgetFen: string | null;
    bondFen: string | null;
    amendmentCount: number;
    budgetIsCeiling: boolean;
  };
  criteria: TenderCriterion[];
  /** Organisations that the actor may bid for. */
  bidders: { id: string; name: string }[];
  chosen: { id: string; name: string } | null;
  /** Why nobody can bid here now: key of the `errors` namespace. */
  refusal: string | null;
  bond: { state: string; href: string } | null;
  bid: OwnBidView | null;
  call: SealingCall | null;
  isTakingBids: boolean;
  mayRefuse: boolean;
  /** The room that the award has led to, for those who are in it. */
  dealId: string | null;
};

/**
 * What a bidder sees of a tender and of the own bid.
 * @throws DomainError "not_found" (404) before the issue
 */
export async function getBidPage(
  db: DbOrTx,
  number: number,
  organisationId: string | null,
  actor: Actor,
): Promise<BidPage> {
  const row = await findPublicTender(db, number);
  if (actor.kind !== "USER") throw new DomainError("not_found", { status: 404 });
  const bidders = actor.memberships
    .filter((one) => can(actor, "tender.bid", { organisationId: one.organisationId }))
    .filter((one) => one.organisationId !== row.organisationId)
    .map((one) => ({ id: one.organisationId, name: one.organisationName }));
  const wanted = organisationId ?? actor.organisationId;
  const chosen = bidders.find((one) => one.id === wanted) ?? bidders[0] ?? null;
  const isTakingBids =
    row.state === "ISSUED" && row.bidsDueAt !== null && clock.now() < row.bidsDueAt;
  const bid = chosen ? await readOwnBid(db, row.id, chosen.id) : null;
  const payment =
    chosen && row.bondFen
      ? await db.payment.findFirst({
          where: { caseType: "TENDER", caseId: row.id, payerOrganisationId: chosen.id },
          orderBy: { createdAt: "desc" },
          select: { id: true, state: true },
        })
      : null;
  const refusal = !chosen
    ? row.organisationId === actor.organisationId
      ? "tender_own"
      : "tender_no_bid_right"
    : actor.realNameLevel < BIDDING_LEVEL
      ? "tender_real_name"
      : null;
  const deal =
    bid && chosen
      ? await db.deal.findFirst({
          where: {
            tenderId: row.id,
            supplyOrganisationId: chosen.id,
            participants: { some: { userId: actor.userId, leftAt: null } },
          },
          orderBy: { createdAt: "desc" },
          select: { id: true },
        })
      : null;
  return {
    tender: {
      id: row.id,
      number: row.number,
      title: row.title,
      state: row.state,
      bidsDueAt: row.bidsDueAt?.toISOString() ?? null,
      budgetFen: row.budgetFen?.toString() ?? null,
      bondFen: row.bondFen?.toString() ?? null,
      amendmentCount: row.amendmentCount,
      budgetIsCeiling: readRules(row.rules).budgetIsCeiling,
    },
    criteria: readCriteria(row.criteria),
    bidders,
    chosen,
    refusal,
    bond: payment ? { state: payment.state, href: paymentHref(payment.id) } : null,
    bid,
    call: chosen && isTakingBids ? await getSealingCall(db, row.id, chosen.id) : null,
    isTakingBids,
    mayRefuse:
      row.state === "AWARDED" &&
      bid?.state === "AWARDED" &&
      can(actor, "tender.award", { organisationId: chosen?.id ?? null }),
    dealId: deal?.id ?? null,
  };
}

async function readOwnBid(
  db: DbOrTx,
  tenderId: string,
  organisationId: string,
): Promise<OwnBidView | null> {
  const bid = await db.tenderBid.findUnique({
    where: { tenderId_organisationId: { tenderId, organisationId } },
    omit: { envelope: true, receipt: true },
  });
  if (!bid) return null;
  return {
    id: bid.id,
    number: bid.number,
    state: bid.state as TenderBidState,
    revision: bid.revision,
    submittedAt: bid.submittedAt.toISOString(),
    envelopeHash: bid.envelopeHash,
    amendmentNumber: bid.amendmentNumber,
    invalidReason: bid.invalidReason,
    content: bid.content ? readBidContent(bid.content) : null,
    priceFen: bid.priceFen?.toString() ?? null,
    isPriceAsked: bid.state === "OPENED" && (await openPriceQuestions(db, [bid.id])).length > 0,
  };
}

export type BidReceipt = {
  tender: { number: number; title: string };
  bidder: string;
  /** The signed text: JSON of payload, signature and fingerprint of the key. */
  receipt: string;
};

/** The receipt of an own bid. @throws DomainError "not_found" (404) */
export async function getBidReceipt(
  db: DbOrTx,
  number: number,
  organisationId: string | null,
  actor: Actor,
): Promise<BidReceipt> {
  const row = await findPublicTender(db, number);
  const mine = actor.kind === "USER" ? actor.memberships.map((one) => one.organisationId) : [];
  const bid = await db.tenderBid.findFirst({
    where: {
      tenderId: row.id,
      organisationId: { in: organisationId ? mine.filter((id) => id === organisationId) : mine },
    },
    orderBy: { id: "asc" },
    select: { receipt: true, organisation: { select: { legalName: true } } },
  });
  if (!bid) throw new DomainError("not_found", { status: 404 });
  return {
    tender: { number: row.number, title: row.title },
    bidder: bid.organisation.legalName,
    receipt: bid.receipt,
  };
}
