import type { UserActor } from "~/domain/identity/actor";
import { answerTransfer } from "~/domain/payments/answer-transfer.server";
import { proveTransfer } from "~/domain/payments/prove-transfer.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { actorOf, addMember, makeOfficer, makeUser } from "./people";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A picture that passes for a bank receipt. */
export function transferReceipt(): { name: string; bytes: Uint8Array } {
  return { name: "回单.png", bytes: new Uint8Array(Buffer.from(PNG, "base64")) };
}

/** A member of an organisation who handles its money. */
export async function makeTreasurer(db: Db, organisationId: string): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, organisationId, user.id, "MEMBER", ["MONEY"]);
  return actorOf(db, user.id);
}

/** Two operators of the whole market. */
export async function makeTwoOperators(db: Db): Promise<[UserActor, UserActor]> {
  const first = await makeOfficer(db, "MARKET_OPERATOR", null);
  return [first, await makeOfficer(db, "MARKET_OPERATOR", null)];
}

let serial = 0;

/** The payer shows the transfer of a requested payment; nobody has checked it. */
export async function proveByTransfer(
  db: Db,
  paymentId: string,
  payer?: UserActor,
): Promise<string> {
  const row = await db.payment.findUniqueOrThrow({ where: { id: paymentId } });
  serial += 1;
  await proveTransfer(
    {
      paymentId,
      amountFen: row.amountFen,
      paidOn: calendarDate(clock.now()),
      bankReference: `TR${process.pid}X${serial}`,
      upload: transferReceipt(),
    },
    payer ?? (await makeTreasurer(db, row.payerOrganisationId)),
    db,
  );
  const proof = await db.transferProof.findFirstOrThrow({
    where: { paymentId, rejectedAt: null },
    orderBy: { createdAt: "desc" },
  });
  return proof.id;
}

/** Makes a requested payment paid as people do: a transfer, its receipt, two operators. */
export async function payByTransfer(t: { readonly db: Db }, paymentId: string): Promise<void> {
  const proofId = await proveByTransfer(t.db, paymentId);
  const [first, second] = await makeTwoOperators(t.db);
  await answerTransfer({ paymentId, move: "receive", proofId }, first, t.db);
  await answerTransfer({ paymentId, move: "confirm", proofId }, second, t.db);
}
