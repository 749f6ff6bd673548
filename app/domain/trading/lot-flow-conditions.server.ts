import { z } from "zod";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { type LotCondition, RUNNING_LOT_STATES } from "./lot-procedure";
import type { LotRow } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";

type Check = (context: MoveContext<LotRow>) => ConditionResult | Promise<ConditionResult>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

const notOwnOrganisation: Check = ({ subject, actor }) => {
  const sides = [subject, ...subject.applications].map((one) => one.organisationId);
  const isMember = sides.some((id) => membershipOf(actor, id) !== null);
  return conditionOf(!isMember, {
    inputs: { isMember },
    formula: "whoever acts for the market is a member neither of the seller nor of an applicant",
    source: "market rule: recusal",
    code: "own_organisation",
  });
};

/** A step that the seller may take as well as the market. */
const sellerOrNotOwn: Check = (context) => {
  const { organisationId, regionCode } = context.subject;
  return can(context.actor, "lot.create", { organisationId, regionCode })
    ? conditionOf(true, {
        inputs: { isSeller: true },
        formula: "the seller's own step",
        source: "market rule: recusal",
      })
    : notOwnOrganisation(context);
};

/** Compares a due instant of the lot with the present one. */
function instant(
  name: "applicationsEndAt" | "biddingStartsAt" | "confirmDueAt" | "contractDueAt",
  is: "over" | "ahead",
  code: string,
): Check {
  return ({ subject, now }) => {
    const at = subject[name];
    const isOver = at !== null && at.getTime() <= now.getTime();
    return conditionOf(at !== null && isOver === (is === "over"), {
      inputs: { [name]: iso(at), now: now.toISOString() },
      formula: is === "over" ? `${name} <= now` : `now < ${name}`,
      source: "announced rules of the lot",
      code,
    });
  };
}

/** What was announced holds: the dated maximum bounds the plan when it is announced, not later. */
const extensionsLeft: Check = ({ subject }) => {
  const most = readLotTerms(subject.conditions).plan.extensionsMax;
  const admitted = subject.applications.filter((one) => one.state === "ADMITTED").length;
  return conditionOf(subject.extensionCount < most, {
    inputs: { admitted, extensionCount: subject.extensionCount, most },
    formula: "extensionCount < most",
    source: "announced rules of the lot",
    code: "lot_extensions_used",
  });
};

const trainingRun: Check = ({ subject }) =>
  conditionOf(subject.isTraining, {
    inputs: { isTraining: subject.isTraining },
    formula: "the lot is a training run",
    source: "market rule: a training run leads to no contract",
    code: "lot_no_training",
  });

const notRerun: Check = ({ subject }) => {
  const running = subject.laterLots.filter((one) =>
    RUNNING_LOT_STATES.some((state) => state === one.state),
  ).length;
  return conditionOf(running === 0, {
    inputs: { running },
    formula: "no re-run of the lot is running",
    source: "market rule: one running lot per achievement",
    code: "lot_rerun_running",
  });
};

const cameFrom =
  (state: string): Check =>
  ({ subject }) =>
    conditionOf(subject.suspendedFrom === state, {
      inputs: { suspendedFrom: subject.suspendedFrom },
      formula: `suspended from ${state}`,
      source: "market rule: a suspension ends where it began",
      code: "lot_resumed_elsewhere",
    });

/** New instants of a resumed announcement: input of the move. */
export const newDatesSchema = z.object({
  applicationsEndAt: z.iso.datetime(),
  biddingStartsAt: z.iso.datetime(),
});

/** What was left of the period when it was suspended is not cut. */
const newDatesSound: Check = ({ subject, input, now }) => {
  const dates = newDatesSchema.safeParse(input);
  const formula = "end of applications is not earlier than what was left; bidding follows it";
  const source = "market rule: a suspension never shortens a period";
  if (!dates.success) {
    return conditionOf(false, {
      inputs: {},
      formula,
      source,
      code: "lot_dates_unsound",
      field: "applicationsEndAt",
    });
  }
  const ends = Date.parse(dates.data.applicationsEndAt);
  const starts = Date.parse(dates.data.biddingStartsAt);
  const leftMs =
    subject.applicationsEndAt && subject.suspendedAt
      ? Math.max(0, subject.applicationsEndAt.getTime() - subject.suspendedAt.getTime())
      : 0;
  // Dates are given in minutes.
  const isSound = ends + 60_000 > now.getTime() + leftMs && starts >= ends && ends > now.getTime();
  return conditionOf(isSound, {
    inputs: { ...dates.data, leftSeconds: Math.floor(leftMs / 1000) },
    formula,
    source,
    code: "lot_dates_unsound",
    field: "applicationsEndAt",
  });
};

/** Conditions on where a lot stands in its announced course. */
export const lotFlowConditions = {
  "not-own-organisation": notOwnOrganisation,
  "seller-or-not-own": sellerOrNotOwn,
  "applications-ended": instant("applicationsEndAt", "over", "lot_applications_open"),
  "extensions-left": extensionsLeft,
  "confirm-in-time": instant("confirmDueAt", "ahead", "lot_confirm_late"),
  "confirm-overdue": instant("confirmDueAt", "over", "lot_confirm_running"),
  "contract-overdue": instant("contractDueAt", "over", "lot_contract_running"),
  "training-run": trainingRun,
  "not-rerun": notRerun,
  "before-bidding": instant("biddingStartsAt", "ahead", "lot_bidding_started"),
  "came-from-announcement": cameFrom("ANNOUNCED"),
  "came-from-bidding": cameFrom("BIDDING"),
  "came-from-negotiation": cameFrom("NEGOTIATION"),
  "came-from-confirmation": cameFrom("PENDING_CONFIRM"),
  "came-from-sale": cameFrom("SOLD"),
  "new-dates-sound": newDatesSound,
} satisfies Partial<Record<LotCondition, Check>>;
