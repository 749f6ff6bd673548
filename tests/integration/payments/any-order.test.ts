import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { applyDeposit } from "~/domain/payments/apply-deposit.server";
import { askStripe } from "~/domain/payments/ask-stripe.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { sendRefund } from "~/domain/payments/send-refund.server";
import { startCheckout } from "~/domain/payments/start-checkout.server";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { makeTreasurer } from "../../factories/payments.ts";
import { makeOrganisation } from "../../factories/people.ts";
import { deliver, useTestStripe } from "../../factories/stripe.ts";
import { useTestDb } from "../../setup/database.ts";

const STEPS = ["event", "event", "event", "ask", "pay", "release", "apply", "refund"] as const;

describe("whatever happens in whatever order", () => {
  const t = useTestDb("file");
  const stripe = useTestStripe();
  const market = systemActor("test");

  it("books a payment once, sums to zero, and never both returns and applies a deposit", async () => {
    const payer = await makeOrganisation(t.db);
    const seller = await makeOrganisation(t.db);
    const treasurer = await makeTreasurer(t.db, payer.id);
    const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: 9 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const request = {
          ...({ purpose: "DEPOSIT", caseType: "LOT", title: "保证金" } as const),
          ...{ caseId: newId(), itemId: newId(), payerOrganisationId: payer.id },
          ...{ amountFen: 200_000n, dueAt: null },
        };
        const { id } = await t.db.$transaction((tx) => requestPayment(tx, request, market));
        await startCheckout(id, treasurer, t.db);
        const session = (await t.db.payment.findUniqueOrThrow({ where: { id } })).stripeSessionId;
        const events: ReturnType<typeof stripe.takeEvents> = [];
        const act: Record<(typeof STEPS)[number], (at: number) => Promise<void>> = {
          pay: async () => stripe.pay(session ?? ""),
          ask: () => askStripe(id, t.db),
          event: async (at) => {
            events.push(...stripe.takeEvents());
            const event = events[at % Math.max(events.length, 1)];
            if (event) await deliver(event, t.db);
          },
          release: () => t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "x" }, market)),
          apply: () =>
            t.db.$transaction((tx) =>
              applyDeposit(tx, id, { toOrganisationId: seller.id }, market),
            ),
          refund: async () => {
            const refund = await t.db.refund.findUnique({ where: { paymentId: id } });
            if (refund) await sendRefund(refund.id, t.db);
          },
        };
        for (const [name, at] of steps) {
          await act[name](at).catch((error: unknown) => {
            if (!(error instanceof DomainError && error.code === "wrong_state")) throw error;
          });
        }
        const kinds = await t.db.ledgerTransaction.groupBy({
          by: ["kind"],
          where: { paymentId: id },
          _count: true,
        });
        const times = new Map(kinds.map((one) => [one.kind, one._count]));
        expect(times.get("DEPOSIT_PAID") ?? 0).toBeLessThanOrEqual(1);
        const ends = (times.get("REFUND_SENT") ?? 0) + (times.get("DEPOSIT_APPLIED") ?? 0);
        expect(ends).toBeLessThanOrEqual(1);
        const { state } = await t.db.payment.findUniqueOrThrow({ where: { id } });
        const isBooked = !["DUE", "STARTED", "CANCELLED", "LAPSED"].includes(state);
        expect(times.get("DEPOSIT_PAID") ?? 0).toBe(isBooked ? 1 : 0);
      }),
      { numRuns: process.env.FULL === "1" ? 60 : 8 },
    );
    const total = await t.db.ledgerEntry.aggregate({ _sum: { amountFen: true } });
    expect(total._sum.amountFen ?? 0n).toBe(0n);
    const orphans = await t.db.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM "LedgerTransaction" one
      WHERE (SELECT sum("amountFen") FROM "LedgerEntry" WHERE "transactionId" = one.id) IS DISTINCT FROM 0`;
    expect(orphans[0]?.n).toBe(0n);
  });
});
