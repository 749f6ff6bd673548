import type { DbOrTx } from "~/platform/db.server";

/** States in which a registration no longer stands for its contract (unique index registration_of_matter). */
const ENDED = ["WITHDRAWN", "NOT_ACCEPTED", "REFUSED", "CANCELLED", "REVOKED"];

/** Another registration that runs or stands for the same contract or the same matter, or null. */
export async function findOtherRegistration(
  db: DbOrTx,
  matter: { id?: string; contractId: string; matterKey: string },
): Promise<{ id: string; number: number; applicantId: string; officeId: string | null } | null> {
  return db.registration.findFirst({
    where: {
      ...(matter.id ? { id: { not: matter.id } } : {}),
      state: { notIn: ENDED },
      OR: [{ contractId: matter.contractId }, { matterKey: matter.matterKey }],
    },
    select: { id: true, number: true, applicantId: true, officeId: true },
  });
}
