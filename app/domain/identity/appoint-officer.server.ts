import { appendAudit } from "~/domain/audit/append-audit.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { type Office, systemActor } from "./actor";
import { hashPassword, writePassword } from "./password.server";

export type AppointInput = {
  email: string;
  /** Name and password of an account that does not exist yet. */
  name?: string | undefined;
  password?: string | undefined;
  office: Office;
  /** Null: the whole market. */
  regionCode: string | null;
};

/**
 * Gives a person a seat in an office, from the command line of the installation: whoever can run it
 * can read the database too. An account that does not exist is opened with a confirmed address.
 * Twice is once.
 * @throws DomainError "required" (name or password of a new account), "not_a_choice" (region)
 */
export async function appointOfficer(
  input: AppointInput,
  db: Db,
): Promise<{ userId: string; isNewAccount: boolean; isNewSeat: boolean }> {
  const { office, regionCode } = input;
  const email = input.email.trim().toLowerCase();
  const known = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!known && !input.name) throw new DomainError("required", { field: "name" });
  if (!known && !input.password) throw new DomainError("required", { field: "password" });
  const hash = known || !input.password ? null : await hashPassword(input.password);
  return inTransaction(db, async (tx) => {
    if (regionCode && !(await tx.region.findUnique({ where: { code: regionCode } }))) {
      throw new DomainError("not_a_choice", { field: "region" });
    }
    const now = clock.now();
    const userId = known?.id ?? newId();
    if (hash) {
      await tx.user.create({
        data: {
          id: userId,
          name: input.name ?? email,
          email,
          emailVerified: true,
          realNameLevel: 1,
          createdAt: now,
        },
      });
      await writePassword(tx, userId, hash);
    }
    const seat = await tx.officeAssignment.findFirst({ where: { userId, office, regionCode } });
    const isHeld = seat !== null && (seat.validTo === null || seat.validTo > now);
    if (seat && !isHeld) {
      await tx.officeAssignment.update({
        where: { id: seat.id },
        data: { validFrom: now, validTo: null },
      });
    }
    if (!seat) {
      await tx.officeAssignment.create({
        data: { id: newId(), userId, office, regionCode, validFrom: now },
      });
    }
    if (!isHeld) {
      await appendAudit(tx, systemActor("command-line"), {
        action: "identity.office.assigned",
        subjectType: "User",
        subjectId: userId,
        detail: { office, regionCode, newAccount: hash !== null },
      });
    }
    return { userId, isNewAccount: hash !== null, isNewSeat: !isHeld };
  });
}
