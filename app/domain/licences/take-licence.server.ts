import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { assertSecondStep } from "~/domain/identity/assert-second-step.server";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { dueInstant, moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { purchaseHref } from "./licence-href-rules";
import { loadLicenceOffers } from "./licence-offer-rows.server";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";
import { HOLDING, licencePurchaseProcedure } from "./licence-purchase-procedure";
import { findSaleBars } from "./sale-bar-queries.server";

export type TakeLicenceInput = {
  number: number;
  organisationId: string;
  /** Hash of the text that was shown. */
  textHash: string;
  /** Password, or code of the authenticator. */
  secret: string;
  headers: Headers;
  ipAddress: string | null;
};

/**
 * 一键许可: accepts the fixed text in an organisation's name, by somebody who may sign for it, and asks
 * for the fee. Without a fee the licence is issued at once.
 * @throws DomainError "not_found" (404), "licence_no_signer" (403), "licence_real_name" (403),
 * "trade_banned" (403), "licence_own", "licence_not_open", "licence_text_changed", "licence_taken",
 * "licence_sold_out" (409), those of `assertSecondStep`
 */
export async function takeLicence(
  input: TakeLicenceInput,
  actor: UserActor,
  db: Db,
): Promise<{ purchaseId: string; paymentId: string | null }> {
  const { organisationId } = input;
  if (!can(actor, "licence.buy", { organisationId })) {
    throw new DomainError("licence_no_signer", { status: 403, field: "organisationId" });
  }
  if (actor.realNameLevel < 2) throw new DomainError("licence_real_name", { status: 403 });
  await assertMayTrade(db, organisationId);
  const known = assertFound(
    await db.licenceOffer.findUnique({
      where: { number: input.number },
      select: { id: true, openedAt: true },
    }),
  );
  if (known.openedAt === null) throw new DomainError("not_found", { status: 404 });
  await assertSecondStep(input, actor, db);
  return inTransaction(db, (tx) => record(tx, known.id, input, actor));
}

async function record(tx: Tx, offerId: string, input: TakeLicenceInput, actor: UserActor) {
  const { organisationId, textHash } = input;
  // Two at once for the last place: the second waits here and finds it taken.
  await tx.$executeRaw`SELECT id FROM "LicenceOffer" WHERE id = ${offerId}::uuid FOR UPDATE`;
  const offer = assertFound((await loadLicenceOffers(tx, [offerId]))[0]);
  if (offer.state !== "OPEN" || offer.feeFen === null) {
    throw new DomainError("licence_not_open", { status: 409 });
  }
  if (offer.organisationId === organisationId) {
    throw new DomainError("licence_own", { field: "organisationId" });
  }
  if (offer.textHash !== textHash) throw new DomainError("licence_text_changed", { status: 409 });
  await assertFree(tx, offer, organisationId);
  const now = clock.now();
  // An offer stays open for years; what was sound at its opening is asked again at every sale.
  const bars = await findSaleBars(tx, offer, calendarDate(now));
  if (bars.length > 0) throw new DomainError("licence_not_open", { status: 409 });
  const row = await tx.licencePurchase.create({
    data: {
      id: newId(),
      offerId,
      organisationId,
      userId: actor.userId,
      licenceText: offer.licenceText,
      textHash,
      feeFen: offer.feeFen,
      ipAddress: input.ipAddress,
      createdAt: now,
    },
    select: { id: true, number: true, state: true },
  });
  await moveClocks(tx, licencePurchaseProcedure, [row], "take", row.state, now);
  await notify(tx, {
    userIds: await listPublisherIds(tx, offer.organisationId),
    kind: "licenceConfirmed",
    params: { title: offer.title, organisation: nameOf(actor, organisationId) },
    href: purchaseHref(row.id),
    dedupeKey: `licence:${row.id}:confirmed`,
  });
  let paymentId: string | null = null;
  if (offer.feeFen > 0n) {
    const payment = await requestPayment(
      tx,
      {
        purpose: "LICENCE_FEE",
        caseType: "LICENCE",
        caseId: offerId,
        itemId: row.id,
        title: offer.title,
        payerOrganisationId: organisationId,
        payeeOrganisationId: offer.organisationId,
        amountFen: offer.feeFen,
        dueAt: await dueInstant(tx, licencePurchaseProcedure.clocks.pay, now),
      },
      actor,
    );
    paymentId = payment.id;
    await tx.licencePurchase.update({ where: { id: row.id }, data: { paymentId } });
  } else {
    await advance(tx, licencePurchaseConduct, row.id, "pay", systemActor("licences"));
  }
  await appendAudit(tx, actor, {
    action: "licence.purchase.confirmed",
    subjectType: "LicencePurchase",
    subjectId: row.id,
    detail: { offerId, organisationId, textHash, feeFen: offer.feeFen.toString() },
  });
  return { purchaseId: row.id, paymentId };
}

function nameOf(actor: UserActor, organisationId: string): string {
  const own = actor.memberships.find((one) => one.organisationId === organisationId);
  return own?.organisationName ?? "";
}

/** An organisation holds one licence of an offer at a time, and no more than the offer's places go. */
async function assertFree(
  tx: Tx,
  offer: { id: string; maxLicensees: number | null },
  organisationId: string,
): Promise<void> {
  const today = dateColumn(calendarDate(clock.now()));
  const held = {
    offerId: offer.id,
    state: { in: [...HOLDING] },
    OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  };
  if ((await tx.licencePurchase.count({ where: { ...held, organisationId } })) > 0) {
    throw new DomainError("licence_taken", { status: 409 });
  }
  if (offer.maxLicensees === null) return;
  if ((await tx.licencePurchase.count({ where: held })) >= offer.maxLicensees) {
    throw new DomainError("licence_sold_out", { status: 409 });
  }
}
