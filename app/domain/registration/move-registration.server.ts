import type { Actor } from "~/domain/identity/actor";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRegistration } from "./lock-registration.server";
import { listServicePoints } from "./office-queries.server";
import { refillDossier } from "./refill-dossier.server";
import { getRegistrationAccess } from "./registration-access.server";
import { registrationConduct } from "./registration-conduct.server";
import { readStoredForm } from "./registration-form-schema";
import type { RegistrationMove } from "./registration-procedure";

/** Before these the dossier is brought up to the deal, so that what is handed in is what was checked. */
const HANDS_IN = new Set<RegistrationMove>([
  "submit",
  "sendToPoint",
  "resubmit",
  "answerCorrection",
]);

/**
 * One move of a registration, by whoever the table allows: applicant, service point, registrars,
 * chief or the market. Locks the room, then the registration.
 * @throws DomainError "not_found" (404) also for strangers, "wrong_actor" (403), "wrong_state" (409), "note_required",
 * or the code of the first condition that is not met
 */
export async function moveRegistration(
  input: { registrationId: string; move: RegistrationMove; evidence?: MoveInput },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  const { registrationId, move, evidence = {} } = input;
  const row = await findSeen(registrationId, actor, db);
  try {
    await inTransaction(db, async (tx) => {
      await lockRegistration(tx, row);
      if (HANDS_IN.has(move)) {
        const [subject] = await registrationConduct.load(tx, [row.id]);
        const mayApply = subject && registrationConduct.relations(actor, subject).has("applicant");
        if (!mayApply) throw new DomainError("wrong_actor", { status: 403 });
        await refillDossier(tx, row.id);
        if (move === "sendToPoint") {
          const { servicePointId } = evidence;
          const { officeId, form } = await tx.registration.findUniqueOrThrow({
            where: { id: row.id },
            select: { officeId: true, form: true },
          });
          const region = readStoredForm(form)["seller.region"]?.value ?? "";
          const points = officeId ? await listServicePoints(tx, officeId, region) : [];
          const chosen = points.find((one) => one.id === servicePointId);
          if (!chosen) throw new DomainError("not_a_choice", { field: "servicePointId" });
          await tx.registration.update({
            where: { id: row.id },
            data: { servicePointId: chosen.id },
          });
        }
      }
      await advance(tx, registrationConduct, row.id, move, actor, evidence);
    });
  } catch (error) {
    // Two applications of one matter that enter a running state at once.
    if (isUniqueViolation(error)) {
      throw new DomainError("registration_exists_elsewhere", { status: 409 });
    }
    throw error;
  }
}

/** Strangers do not learn of a registration by trying to move it. */
async function findSeen(id: string, actor: Actor, db: DbOrTx) {
  if (actor.kind === "USER") return (await getRegistrationAccess(db, id, actor)).row;
  const where = { id };
  return assertFound(
    isId(id)
      ? await db.registration.findUnique({ where, select: { id: true, dealId: true } })
      : null,
  );
}
