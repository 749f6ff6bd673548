import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { findContents } from "./opened-bid-queries.server";
import { listPriceQuestions } from "./price-question-queries.server";
import { committeeProblems } from "./scoring-rules";
import { getTenderAccess } from "./tender-access.server";
import type { TenderBidState } from "./tender-bid-procedure";
import { bidContentViewSchema } from "./tender-bid-schema";
import { isTenderState, type TenderState, tenderProcedure } from "./tender-procedure";
import { readCriteria, type TenderCriterion, tenderRulesSchema } from "./tender-schema";
import type { CommitteeView, EvaluatedBidView } from "./tender-view";

export type EvaluationPage = {
  tenderId: string;
  number: number;
  title: string;
  state: TenderState;
  criteria: TenderCriterion[];
  seat: {
    kind: "EXPERT" | "BUYER";
    isAccepted: boolean;
    isRecused: boolean;
    isSubmitted: boolean;
  };
  /** Empty until the member has declared itself; before that only the bidders' names. */
  bids: EvaluatedBidView[];
  bidders: string[];
  scores: { bidId: string; criterionId: string; hundredths: number; comment: string }[];
};

/** Opened bids with their contents, in the order of their arrival. */
export async function listOpenedBids(db: DbOrTx, tenderId: string): Promise<EvaluatedBidView[]> {
  const bids = await db.tenderBid.findMany({
    where: { tenderId, openedAt: { not: null }, priceFen: { not: null } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      state: true,
      priceFen: true,
      organisation: { select: { legalName: true } },
    },
  });
  const contents = await findContents(db, tenderId);
  const questions = await listPriceQuestions(
    db,
    bids.map((one) => one.id),
  );
  return bids.map((bid) => {
    const asked = questions.find((one) => one.bidId === bid.id);
    return {
      id: bid.id,
      organisation: bid.organisation.legalName,
      state: bid.state as TenderBidState,
      priceFen: bid.priceFen?.toString() ?? "0",
      content: bidContentViewSchema.parse(contents.get(bid.id)),
      price: asked ? { explanation: asked.explanation, accepted: asked.accepted } : null,
    };
  });
}

/**
 * A member's own sheet: the opened bids and the member's own scores, nobody else's.
 * @throws DomainError "not_found" (404) for whoever has no seat
 */
export async function getEvaluation(
  tenderId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<EvaluationPage> {
  const access = await getTenderAccess(db, tenderId, actor);
  if (!access.memberId) throw new DomainError("not_found", { status: 404 });
  const member = await db.tenderMember.findUniqueOrThrow({
    where: { id: access.memberId },
    include: { scores: true, tender: { select: { criteria: true } } },
  });
  const { tender } = access;
  const state = isTenderState(tender.state) ? tender.state : tenderProcedure.initial;
  const isAccepted = member.acceptedAt !== null && member.recusedAt === null;
  const opened = await listOpenedBids(db, tenderId);
  return {
    tenderId,
    number: tender.number,
    title: tender.title,
    state,
    criteria: readCriteria(member.tender.criteria),
    seat: {
      kind: member.kind === "BUYER" ? "BUYER" : "EXPERT",
      isAccepted,
      isRecused: member.recusedAt !== null,
      isSubmitted: member.submittedAt !== null,
    },
    bidders: opened.map((one) => one.organisation),
    bids: isAccepted ? opened : [],
    scores: member.scores.map(({ bidId, criterionId, hundredths, comment }) => ({
      bidId,
      criterionId,
      hundredths,
      comment,
    })),
  };
}

/** The committee for the market's operators, who name it. */
export async function readCommitteeState(
  db: DbOrTx,
  tender: { id: string; rules: unknown },
): Promise<CommitteeView> {
  const rows = await db.tenderMember.findMany({
    where: { tenderId: tender.id },
    orderBy: { createdAt: "asc" },
    include: { user: { select: { name: true, email: true } } },
  });
  const rules = tenderRulesSchema.safeParse(tender.rules).data;
  const seated = rows.filter((one) => one.recusedAt === null);
  return {
    members: rows.map((row) => ({
      id: row.id,
      name: row.user.name,
      email: row.user.email,
      kind: row.kind === "BUYER" ? "BUYER" : "EXPERT",
      isAccepted: row.acceptedAt !== null,
      isSubmitted: row.submittedAt !== null,
      recusalNote: row.recusedAt ? row.recusalNote : null,
    })),
    problems: rules
      ? committeeProblems(
          seated.map((one) => one.kind),
          rules,
        )
      : [],
  };
}
