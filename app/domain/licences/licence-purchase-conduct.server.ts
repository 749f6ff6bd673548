import { can, membershipOf } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { listTraderIds } from "~/domain/oversight/trade-people.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { purchaseHref } from "./licence-href-rules";
import {
  type LicencePurchaseMove,
  type LicencePurchaseRelation,
  type LicencePurchaseState,
  licencePurchaseProcedure,
} from "./licence-purchase-procedure";
import { type LicencePurchaseRow, loadLicencePurchases } from "./licence-purchase-rows.server";

const queueIssue: MoveHook<LicencePurchaseRow> = async ({ tx, subjects }) => {
  for (const { id } of subjects) {
    await enqueueJob(tx, "licences.issue", { purchaseId: id }, { key: `licences.issue:${id}` });
  }
};

const tellIssued: MoveHook<LicencePurchaseRow> = async ({ tx, subjects }) => {
  for (const row of subjects) {
    const buyers = await listTraderIds(tx, row.organisationId);
    const owners = await listPublisherIds(tx, row.offer.organisationId);
    await notify(tx, {
      userIds: [...buyers, ...owners],
      kind: "licenceIssued",
      params: { title: row.offer.title, number: row.number },
      href: purchaseHref(row.id),
      dedupeKey: `licence:${row.id}:issued`,
    });
  }
};

const tellLapsed: MoveHook<LicencePurchaseRow> = async ({ tx, subjects }) => {
  for (const row of subjects) {
    await notify(tx, {
      userIds: await listTraderIds(tx, row.organisationId),
      kind: "licenceLapsed",
      params: { title: row.offer.title },
      href: purchaseHref(row.id),
      dedupeKey: `licence:${row.id}:lapsed`,
    });
  }
};

const tellRefunded: MoveHook<LicencePurchaseRow> = async ({ tx, subjects, input }) => {
  for (const row of subjects) {
    const buyers = await listTraderIds(tx, row.organisationId);
    const owners = await listPublisherIds(tx, row.offer.organisationId);
    await notify(tx, {
      userIds: [...buyers, ...owners],
      kind: "licenceRefunded",
      params: { title: row.offer.title, note: input.note?.trim() ?? "" },
      href: purchaseHref(row.id),
      dedupeKey: `licence:${row.id}:refunded`,
    });
  }
};

/** How a licence that somebody took becomes one, or does not. */
export const licencePurchaseConduct: Conduct<
  LicencePurchaseRow,
  LicencePurchaseState,
  LicencePurchaseMove,
  LicencePurchaseRelation,
  "fee-paid" | "fee-not-paid" | "licence-made",
  keyof typeof licencePurchaseProcedure.clocks
> = {
  procedure: licencePurchaseProcedure,
  table: "LicencePurchase",
  load: loadLicencePurchases,
  relations(actor, { organisationId, offer }) {
    if (actor.kind === "SYSTEM") return new Set<LicencePurchaseRelation>(["market"]);
    const found = new Set<LicencePurchaseRelation>();
    if (can(actor, "licence.buy", { organisationId })) found.add("buyer");
    const isOfSide = [organisationId, offer.organisationId].some((id) => membershipOf(actor, id));
    const { regionCode } = offer;
    if (!isOfSide && can(actor, "licence.check", { regionCode })) found.add("office");
    return found;
  },
  conditions: {
    "fee-paid": ({ subject }) =>
      conditionOf(subject.feeFen === 0n || subject.payment?.state === "PAID", {
        inputs: { feeFen: subject.feeFen.toString(), payment: subject.payment?.state ?? null },
        formula: "fee = 0, or its payment is PAID",
        source: "the licence text: the licence begins when the fee has arrived",
        code: "licence_not_paid",
      }),
    "fee-not-paid": ({ subject }) =>
      conditionOf(subject.payment?.state !== "PAID", {
        inputs: { payment: subject.payment?.state ?? null },
        formula: "the payment is not PAID",
        source: "what was paid is licensed",
        code: "wrong_state",
      }),
    "licence-made": ({ subject }) =>
      conditionOf(subject.fileId !== null && subject.sealedSha256 !== null, {
        inputs: { fileId: subject.fileId, sha256: subject.sealedSha256 },
        formula: "the sealed licence is stored",
        source: "Civil Code art. 863: in writing",
        code: "condition_not_met",
      }),
  },
  after: { pay: queueIssue, issue: tellIssued, refund: tellRefunded, lapse: tellLapsed },
};
