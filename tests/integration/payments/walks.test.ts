import { describe } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { bankLineConduct } from "~/domain/payments/bank-line-conduct.server";
import { paymentConduct } from "~/domain/payments/payment-conduct.server";
import { payoutConduct } from "~/domain/payments/payout-conduct.server";
import { refundConduct } from "~/domain/payments/refund-conduct.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeTreasurer, makeTwoOperators } from "../../factories/payments.ts";
import { makeOrganisation, makeStranger, makeUser } from "../../factories/people.ts";
import { useTestDb } from "../../setup/database.ts";
import { walkProcedure } from "../../setup/walk-procedure.ts";

const PAID = ["PAID", "RETURN_DUE", "RETURNED", "APPLIED", "FORFEITED"];

describe("procedures of money", () => {
  const t = useTestDb("file");
  let payerId = "";
  let giverId = "";
  let fileId = "";
  let serial = 0;
  // A proof that the walk acts on has this id, so that the moves can name it.
  let proofId = "";

  async function actors() {
    const payer = await makeOrganisation(t.db);
    payerId = payer.id;
    giverId = (await makeUser(t.db)).id;
    fileId = newId();
    await t.db.storedFile.create({
      data: {
        ...{ id: fileId, organisationId: payerId, uploadedById: giverId, name: "x.pdf" },
        ...{ contentType: "application/pdf", sizeBytes: 1n, sha256: "0".repeat(64) },
        ...{ storageKey: `payment/${fileId}.pdf`, purpose: "PAYMENT" },
      },
    });
    const [operator] = await makeTwoOperators(t.db);
    return [
      { name: "treasurer", actor: await makeTreasurer(t.db, payerId), relations: ["payer"] },
      { name: "operator", actor: operator, relations: ["operator"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
    ] as const;
  }

  async function makePayment(state: string, method = "TRANSFER") {
    serial += 1;
    const id = newId();
    const isPaid = PAID.includes(state);
    await t.db.payment.create({
      data: {
        ...{ id, state, reference: `W${process.pid}-${serial}`, purpose: "DEPOSIT" },
        ...{ caseType: "LOT", caseId: newId(), itemId: newId(), title: "保证金" },
        ...{ payerOrganisationId: payerId, amountFen: 100n, method },
        ...(isPaid ? { paidAt: clock.now() } : {}),
      },
    });
    proofId = newId();
    await t.db.transferProof.create({
      data: {
        ...{ id: proofId, paymentId: id, amountFen: 100n, paidOn: clock.now(), fileId },
        ...{ bankReference: `W${process.pid}-${serial}`, submittedById: giverId },
      },
    });
    return id;
  }
  async function makeRefund(state: string, method: string) {
    const paymentId = await makePayment("RETURN_DUE", method);
    const id = newId();
    await t.db.refund.create({
      data: {
        ...{ id, paymentId, state, amountFen: 100n, method, reason: "x", dueAt: clock.now() },
        ...(state === "DONE" ? { doneAt: clock.now() } : {}),
      },
    });
    return id;
  }

  walkProcedure({
    conduct: paymentConduct,
    db: () => t.db,
    walkers: ["treasurer", "operator", "market", "stranger"],
    actors,
    make: async (state) => {
      const id = await makePayment(state, state === "DUE" ? "TRANSFER" : "STRIPE");
      if (state === "RETURN_DUE") {
        const due = { state: "DUE", amountFen: 100n, method: "STRIPE", reason: "x" };
        await t.db.refund.create({
          data: { id: newId(), paymentId: id, ...due, dueAt: clock.now() },
        });
      }
      return id;
    },
    input: (move) => ({
      ...{ note: "x", proofId, amountFen: "100", currency: "CNY" },
      ...(move === "payOnline" || move === "comeLate"
        ? { paymentIntentId: `pi_${newId()}`, sessionId: `cs_${newId()}` }
        : {}),
    }),
  });

  const office = ["operator", "market", "stranger"];
  const officeActors = async () => (await actors()).filter((one) => one.name !== "treasurer");

  for (const method of ["STRIPE", "TRANSFER"]) {
    const foreign =
      method === "STRIPE"
        ? ["sendTransfer", "confirm", "takeBack"]
        : ["sendOnline", "settle", "fail"];
    // The other way's moves are refused by a condition: they are walked with their own way.
    const moves = Object.fromEntries(
      Object.entries(refundConduct.procedure.moves).filter(([name]) => !foreign.includes(name)),
    ) as typeof refundConduct.procedure.moves;
    walkProcedure({
      conduct: { ...refundConduct, procedure: { ...refundConduct.procedure, moves } },
      db: () => t.db,
      walkers: office,
      actors: officeActors as never,
      make: (state) => makeRefund(state, method),
      input: () => ({ note: "x", bankReference: newId(), refundId: newId() }),
    });
    const left = Object.fromEntries(
      Object.entries(payoutConduct.procedure.moves).filter(
        ([name]) => !foreign.includes(name) && name !== "sendOnline",
      ),
    ) as typeof payoutConduct.procedure.moves;
    walkProcedure({
      conduct: { ...payoutConduct, procedure: { ...payoutConduct.procedure, moves: left } },
      db: () => t.db,
      walkers: office,
      actors: officeActors as never,
      make: async (state) => {
        const caseId = await makePayment("APPLIED");
        const organisationId = (await makeOrganisation(t.db)).id;
        const id = newId();
        await t.db.payout.create({
          data: {
            ...{ id, state, organisationId, caseType: "PAYMENT", caseId },
            ...{ amountFen: 100n, method },
          },
        });
        return id;
      },
      input: () => ({ note: "x", bankReference: newId(), transferId: newId() }),
    });
  }

  walkProcedure({
    conduct: bankLineConduct,
    db: () => t.db,
    walkers: office,
    actors: officeActors as never,
    make: async (state) => {
      const id = newId();
      const isListed = state === "LISTED";
      await t.db.bankLine.create({
        data: {
          ...{ id, state, bankReference: id, amountFen: 100n, bookedOn: clock.now() },
          ...(isListed ? {} : { bookAs: "DIFFERENCE", bookedFen: 100n, proposedById: giverId }),
          ...(state === "BOOKED" ? { confirmedById: payerId } : {}),
          importedById: giverId,
        },
      });
      return id;
    },
    input: () => ({ note: "x" }),
  });
});
