import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { paymentHref } from "~/domain/payments/payment-href";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { lotApplicationConditions } from "./lot-application-conditions.server";
import {
  type LotApplicationCondition,
  type LotApplicationMove,
  type LotApplicationRelation,
  type LotApplicationState,
  lotApplicationProcedure,
} from "./lot-application-procedure";
import { type LotApplicationRow, loadLotApplications } from "./lot-application-rows.server";
import { giveBackDeposit } from "./lot-deposits.server";
import { liveHref } from "./lot-href";
import { requestLotDeposit } from "./request-lot-deposit.server";
import { tellApplicant, tellOperators } from "./tell-lot.server";

type Hook = MoveHook<LotApplicationRow>;

const regionOf = (row: LotApplicationRow) =>
  row.lot.regionCode ?? row.lot.organisation.regionCode ?? null;

function relations(actor: Actor, row: LotApplicationRow): ReadonlySet<LotApplicationRelation> {
  if (actor.kind === "SYSTEM") return new Set<LotApplicationRelation>(["market"]);
  const found = new Set<LotApplicationRelation>();
  if (can(actor, "lot.apply", { organisationId: row.organisationId })) found.add("applicant");
  if (can(actor, "lot.qualify", { regionCode: regionOf(row) })) found.add("operator");
  return found;
}

const decided: Hook = async ({ tx, actor, subjects, input, now }) => {
  await tx.lotApplication.updateMany({
    where: { id: { in: subjects.map((row) => row.id) } },
    data: {
      decidedAt: now,
      decidedById: actor.kind === "USER" ? actor.userId : null,
      refusalNote: input.note?.trim() ?? "",
    },
  });
};

/** An end of applications that was put off for this decision is looked at again. */
const wakeLot: Hook = async ({ tx, subjects, now }) => {
  for (const { lot } of subjects) {
    if (!lot.applicationsEndAt || lot.applicationsEndAt > now) continue;
    await enqueueJob(tx, "trading.lotDue", { lotId: lot.id });
  }
};

const giveBack: Hook = async ({ tx, actor, subjects, input }) => {
  for (const { depositPaymentId, lot } of subjects) {
    const reason = input.note?.trim() || `lot ${lot.number}`;
    if (depositPaymentId) await giveBackDeposit(tx, depositPaymentId, reason, actor);
  }
};

function tell(kind: "lotRefused" | "lotExcluded"): Hook {
  return async ({ tx, subjects, input }) => {
    for (const { lot, organisationId } of subjects) {
      await tellApplicant(tx, lot, organisationId, kind, input.note?.trim() ?? "");
    }
  };
}

const qualified: Hook = async ({ tx, actor, subjects, now }) => {
  for (const row of subjects) {
    const paymentId = await requestLotDeposit(tx, row, now, actor);
    const { lot, organisationId } = row;
    if (paymentId) {
      const href = paymentHref(paymentId);
      await tellApplicant(tx, lot, organisationId, "lotQualified", "", href);
    }
  }
};

const admitted: Hook = async ({ tx, subjects }) => {
  for (const { lot, organisationId } of subjects) {
    await tellApplicant(tx, lot, organisationId, "lotAdmitted", "", liveHref(lot.number));
  }
};

const all =
  (...hooks: Hook[]): Hook =>
  async (context) => {
    for (const hook of hooks) await hook(context);
  };

const toOperators: Hook = async ({ tx, subjects }) => {
  for (const { lot } of subjects) await tellOperators(tx, lot, "lotApplied");
};

/** How applications move; their lot is locked before them. */
export const lotApplicationConduct: Conduct<
  LotApplicationRow,
  LotApplicationState,
  LotApplicationMove,
  LotApplicationRelation,
  LotApplicationCondition,
  never
> = {
  procedure: lotApplicationProcedure,
  table: "LotApplication",
  load: loadLotApplications,
  relations,
  conditions: lotApplicationConditions,
  before: { qualify: decided, refuse: decided, exclude: decided },
  after: {
    qualify: qualified,
    admit: all(admitted, wakeLot),
    refuse: all(giveBack, tell("lotRefused"), wakeLot),
    exclude: all(giveBack, tell("lotExcluded")),
    withdraw: all(giveBack, wakeLot),
    applyAgain: toOperators,
  },
};
