import { agreeDeal, contractDeal } from "~/domain/deals/advance-deal.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import type { Scope, UserActor } from "~/domain/identity/actor";
import { answerMilestone } from "~/domain/performance/answer-milestone.server";
import { answerPayment } from "~/domain/performance/answer-payment.server";
import { planContract } from "~/domain/performance/plan-contract.server";
import { provePayment } from "~/domain/performance/prove-payment.server";
import { submitMilestone } from "~/domain/performance/submit-milestone.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { makeAcceptedTerms, makeDeal, makeSignedContract, type TestDeal } from "./deals";
import { actorOf, addMember, makeUser } from "./people";

export type RunningDeal = TestDeal & {
  contractId: string;
  /** Two treasurers of the supply side who take no part in the room. */
  first: UserActor;
  second: UserActor;
};

/** A member of an organisation with some scopes. */
export async function makeColleague(
  db: Db,
  organisationId: string,
  scopes: Scope[] = ["MONEY"],
): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, organisationId, user.id, "MEMBER", scopes);
  return actorOf(db, user.id);
}

/** A room whose main contract is signed and planned. */
export async function makeRunningDeal(
  db: Db,
  values: Parameters<typeof makeDeal>[1] & { content?: TermSheetContent } = {},
): Promise<RunningDeal> {
  const deal = await makeDeal(db, values);
  const terms = await makeAcceptedTerms(db, deal, values.content);
  const contract = await makeSignedContract(db, deal, terms);
  await db.$transaction(async (tx) => {
    await agreeDeal(tx, deal.id);
    await contractDeal(tx, deal.id);
  });
  await planContract(contract.id, db);
  return {
    ...deal,
    contractId: contract.id,
    first: await makeColleague(db, deal.supply.id),
    second: await makeColleague(db, deal.supply.id),
  };
}

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A picture that passes for a bank receipt. */
export function receipt(): { name: string; bytes: Uint8Array } {
  return { name: "回单.png", bytes: new Uint8Array(Buffer.from(PNG, "base64")) };
}

let reference = 0;

/** Proves one payment in full. */
export async function prove(
  db: Db,
  deal: RunningDeal,
  instalmentId: string,
  bankReference?: string,
): Promise<string> {
  const row = await db.instalment.findUniqueOrThrow({ where: { id: instalmentId } });
  reference += 1;
  const input = {
    instalmentId,
    amountFen: row.amountFen ?? 0n,
    paidOn: calendarDate(clock.now()),
    bankReference: bankReference ?? `REF${process.pid}X${reference}`,
    upload: receipt(),
  };
  await provePayment(input, deal.buyer, db);
  const proof = await db.paymentProof.findFirstOrThrow({
    where: { instalmentId, rejectedAt: null },
  });
  return proof.id;
}

/** Proves one payment and has two persons of the payee confirm it. */
export async function pay(db: Db, deal: RunningDeal, instalmentId: string): Promise<void> {
  const proofId = await prove(db, deal, instalmentId);
  await answerPayment({ instalmentId, move: "receive", proofId }, deal.first, db);
  await answerPayment({ instalmentId, move: "confirm", proofId }, deal.second, db);
}

/** Reports one milestone and has it accepted. */
export async function achieve(db: Db, deal: RunningDeal, milestoneId: string): Promise<void> {
  const dealId = deal.id;
  const report = { dealId, milestoneId, report: "全部指标合格", upload: null };
  await submitMilestone(report, deal.seller, db);
  const row = await db.milestone.findUniqueOrThrow({ where: { id: milestoneId } });
  const submittedAt = row.submittedAt?.toISOString() ?? "";
  await answerMilestone({ dealId, milestoneId, move: "accept", submittedAt }, deal.buyer, db);
}

/** Performs everything that is in the plan. */
export async function performAll(db: Db, deal: RunningDeal): Promise<void> {
  const contractId = deal.contractId;
  for (const row of await db.milestone.findMany({ where: { contractId, state: "PLANNED" } })) {
    await achieve(db, deal, row.id);
  }
  for (const row of await db.instalment.findMany({ where: { contractId, state: "PLANNED" } })) {
    await pay(db, deal, row.id);
  }
}
