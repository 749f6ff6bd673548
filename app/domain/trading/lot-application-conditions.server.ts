import { membershipOf } from "~/domain/identity/permission-rules";
import { findBan } from "~/domain/oversight/ban-queries.server";
import { isDepositHeld } from "~/domain/payments/payment-queries.server";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { findBarredOrganisations } from "./barred-queries.server";
import type { LotApplicationCondition } from "./lot-application-procedure";
import type { LotApplicationRow } from "./lot-application-rows.server";
import { readLotTerms } from "./lot-terms-schema";
import { findRelation } from "./related-queries.server";

type Check = (
  context: MoveContext<LotApplicationRow>,
) => ConditionResult | Promise<ConditionResult>;

const RULES = "announced rules of the lot";

const notOwnOrganisation: Check = ({ subject, actor }) => {
  const sides = [subject.lot, ...subject.lot.applications].map((one) => one.organisationId);
  const isMember = sides.some((id) => membershipOf(actor, id) !== null);
  return conditionOf(!isMember, {
    inputs: { isMember },
    formula: "whoever decides belongs neither to the seller nor to any applicant of the lot",
    source: "market rule: recusal",
    code: "own_organisation",
  });
};

const lotOpen: Check = ({ subject }) =>
  conditionOf(subject.lot.state === "ANNOUNCED", {
    inputs: { state: subject.lot.state },
    formula: "the lot is announced and its applications are not settled",
    source: RULES,
    code: "lot_not_open",
  });

const notSettled: Check = ({ subject }) => {
  const { state, suspendedFrom } = subject.lot;
  const isOpen = state === "ANNOUNCED" || (state === "SUSPENDED" && suspendedFrom === "ANNOUNCED");
  return conditionOf(isOpen, {
    inputs: { state, suspendedFrom },
    formula: "the lot is announced, or suspended from there: its bidders are not settled",
    source: RULES,
    code: "lot_bidders_settled",
  });
};

const notTheSeller: Check = ({ subject }) =>
  conditionOf(subject.organisationId !== subject.lot.organisationId, {
    inputs: { applicant: subject.organisationId, seller: subject.lot.organisationId },
    formula: "applicant ≠ seller",
    source: "Auction Law arts. 22, 30: consignor and auctioneer do not bid",
    code: "lot_own",
  });

const applicantMayTrade: Check = async ({ tx, subject }) => {
  const ban = await findBan(tx, subject.organisationId);
  return conditionOf(ban === null, {
    inputs: { ban: ban?.id ?? null },
    formula: "no ban from trading runs",
    source: "market rule: strikes and bans",
    code: "trade_banned",
  });
};

const rulesAccepted: Check = ({ subject }) =>
  conditionOf(subject.rulesHash === subject.lot.rulesHash, {
    inputs: { accepted: subject.rulesHash, announced: subject.lot.rulesHash },
    formula: "the accepted rules are the announced ones",
    source: RULES,
    code: "lot_rules_changed",
  });

/**
 * A relation that was declared, or that the market has confirmed, shows; whether it excludes is what the
 * announced rules say. One that is suspected must be decided on first.
 */
const relationAllowed: Check = async ({ tx, subject }) => {
  const { plan } = readLotTerms(subject.lot.conditions);
  const { organisationId, lotId } = subject;
  const sides = { lotId, sellerId: subject.lot.organisationId, organisationId };
  const found = await findRelation(tx, sides);
  const rest = {
    inputs: { isRelated: subject.isRelated, found, isRelatedAllowed: plan.isRelatedAllowed },
    formula: "not related, or the rules admit related parties; no suspicion is left undecided",
    source: "山东条例 art. 14; announced rules of the lot",
  };
  if (!subject.isRelated && found === null) return { ...rest, answer: "MET" };
  if (!subject.isRelated && found === "OPEN") {
    return { ...rest, answer: "NOT_MET", code: "lot_relation_open" };
  }
  if (plan.isRelatedAllowed) return { ...rest, answer: "PERSON_DECIDES" };
  return { ...rest, answer: "NOT_MET", code: "lot_related_barred" };
};

const notBarred: Check = async ({ tx, subject }) => {
  const barred = await findBarredOrganisations(tx, subject.lot.earlierLotId);
  return conditionOf(!barred.includes(subject.organisationId), {
    inputs: { isBarred: barred.includes(subject.organisationId) },
    formula: "the applicant was not in default in an earlier run",
    source: "judicial online auction rule 2016",
    code: "lot_barred_from_rerun",
  });
};

const depositHeld: Check = async ({ tx, subject }) => {
  const isFree = subject.lot.depositFen === 0n;
  const isHeld =
    !isFree &&
    subject.depositPaymentId !== null &&
    (await isDepositHeld(tx, subject.depositPaymentId));
  return conditionOf(isFree || isHeld, {
    inputs: { isFree, isHeld, paymentId: subject.depositPaymentId },
    formula: "no deposit is asked, or it is held",
    source: RULES,
    code: "lot_deposit_not_held",
  });
};

const beforeEnd: Check = ({ subject, now }) => {
  const end = subject.lot.applicationsEndAt;
  return conditionOf(end !== null && now.getTime() < end.getTime(), {
    inputs: { applicationsEndAt: end?.toISOString() ?? null, now: now.toISOString() },
    formula: "now < applicationsEndAt",
    source: RULES,
    code: "lot_ended",
  });
};

const noDepositBefore: Check = ({ subject }) =>
  conditionOf(subject.depositPaymentId === null, {
    inputs: { hadDeposit: subject.depositPaymentId !== null },
    formula: "no deposit was asked for before",
    source: "market rule: one deposit per application",
    code: "lot_deposit_before",
  });

export const lotApplicationConditions: Record<LotApplicationCondition, Check> = {
  "not-own-organisation": notOwnOrganisation,
  "lot-open": lotOpen,
  "not-settled": notSettled,
  "not-the-seller": notTheSeller,
  "applicant-may-trade": applicantMayTrade,
  "rules-accepted": rulesAccepted,
  "relation-allowed": relationAllowed,
  "not-barred-from-rerun": notBarred,
  "deposit-held": depositHeld,
  "before-end": beforeEnd,
  "no-deposit-before": noDepositBefore,
};
