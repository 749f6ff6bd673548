import type { DbOrTx } from "~/platform/db.server";
import type { Identifier } from "./contact-rules";

const fields = {
  id: true,
  name: true,
  email: true,
  emailVerified: true,
  phoneNumber: true,
  phoneNumberVerified: true,
  locale: true,
  realNameLevel: true,
  failedSignIns: true,
  lockedUntil: true,
  deactivatedAt: true,
} as const;

/** The account behind an address or number, confirmed or not. */
export function findUserByIdentifier(db: DbOrTx, to: Identifier) {
  return db.user.findUnique({
    where: to.kind === "EMAIL" ? { email: to.value } : { phoneNumber: to.value },
    select: fields,
  });
}

export type IdentifiedUser = NonNullable<Awaited<ReturnType<typeof findUserByIdentifier>>>;

/** Whether the person has proved to own this address. */
export function isConfirmed(user: IdentifiedUser, to: Identifier): boolean {
  return to.kind === "EMAIL" ? user.emailVerified : user.phoneNumberVerified;
}
