import { appendAudit } from "~/domain/audit/append-audit.server";
import { canonicalIpNumber } from "~/domain/catalogue/patent-number-rules";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { EDITABLE } from "./licence-offer-procedure";
import type { LicenceForm } from "./licence-schema";
import { lockOwnLicence } from "./own-licence.server";
import { countWaiting } from "./waiting-purchases-queries.server";

/**
 * Saves what the owner has typed. Nothing of it is public, and no licensee is touched, until the offer
 * has been checked again.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "stale_revision" (409), "required",
 * "licence_purchases_pending" (409) while somebody has yet to pay under the present text
 */
export async function saveLicenceOffer(
  input: { offerId: string; form: LicenceForm },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { revision, fee, patents, title, summary, declarationNumber, ...rest } = input.form;
  const { termMonths, territory, fieldOfUse, maxLicensees, ...checks } = rest;
  await inTransaction(db, async (tx) => {
    const row = await lockOwnLicence(tx, input.offerId, actor);
    if (!EDITABLE.some((state) => state === row.state)) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (row.revision !== revision) throw new DomainError("stale_revision", { status: 409 });
    // Whoever has confirmed the present text gets a licence of exactly that.
    const waiting = await countWaiting(tx, row.id);
    if (waiting > 0) throw new DomainError("licence_purchases_pending", { status: 409 });
    // A suspended offer was open once and keeps a fee that its page can name.
    if (row.state === "SUSPENDED" && fee === null) {
      throw new DomainError("required", { field: "fee" });
    }
    await tx.licenceOffer.update({
      where: { id: row.id },
      data: {
        revision: { increment: 1 },
        title,
        summary,
        declarationNumber: row.kind === "OPEN_PATENT" ? declarationNumber : "",
        feeFen: fee === null ? null : BigInt(fee),
        termMonths,
        territory,
        fieldOfUse,
        maxLicensees,
        patents: patents.map((one) => ({
          ...one,
          number: canonicalIpNumber("PATENT", one.number),
        })),
        checks,
      },
    });
    await appendAudit(tx, actor, {
      action: "licence.offer.saved",
      subjectType: "LicenceOffer",
      subjectId: row.id,
      detail: { revision: row.revision + 1 },
    });
  });
}
