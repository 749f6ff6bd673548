import { membershipOf } from "~/domain/identity/permission-rules";
import { findBan } from "~/domain/oversight/ban-queries.server";
import { isDepositHeld } from "~/domain/payments/payment-queries.server";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { findBarredOrganisations } from "./barred-queries.server";
import type { LotApplicationCondition } from "./lot-application-procedure";
import type { LotApplicationRow } from "./lot-application-rows.server";
import { readLotTerms } from "./lot-terms-schema";

type Check = (
  context: MoveContext<LotApplicationRow>,
) => ConditionResult | Promise<ConditionResult>;

const RULES = "announced rules of the lot";

const notOwnOrganisation: Check = ({ subject, actor }) => {
  const isMember =
    membershipOf(actor, subject.organisationId) !== null ||
    membershipOf(actor, subject.lot.organisationId) !== null;
  return conditionOf(!isMember, {
    inputs: { isMember },
    formula: "whoever decides belongs to neither side",
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

/** A declared relation shows; whether it excludes is what the announced rules say. */
const relationAllowed: Check = ({ subject }) => {
  const { plan } = readLotTerms(subject.lot.conditions);
  const rest = {
    inputs: { isRelated: subject.isRelated, isRelatedAllowed: plan.isRelatedAllowed },
    formula: "not related, or the rules admit related parties",
    source: "山东条例 art. 14; announced rules of the lot",
  };
  if (!subject.isRelated) return { ...rest, answer: "MET" };
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
  "not-the-seller": notTheSeller,
  "applicant-may-trade": applicantMayTrade,
  "rules-accepted": rulesAccepted,
  "relation-allowed": relationAllowed,
  "not-barred-from-rerun": notBarred,
  "deposit-held": depositHeld,
  "before-end": beforeEnd,
  "no-deposit-before": noDepositBefore,
};
