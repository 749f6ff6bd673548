import { beforeAll, describe, expect, it } from "vitest";
import { brokerProfileConduct } from "~/domain/brokers/broker-profile-conduct.server";
import type {
  BrokerProfileRelation,
  BrokerProfileState,
} from "~/domain/brokers/broker-profile-procedure";
import { mandateConduct } from "~/domain/brokers/mandate-conduct.server";
import type { MandateRelation, MandateState } from "~/domain/brokers/mandate-procedure";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { makeActiveMandate, makeBroker, type TestBroker } from "../../factories/brokers";
import { makeDeal, type TestDeal } from "../../factories/deals";
import { makeOfficer, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");

describe("broker-profile", () => {
  let agencyId: string;
  let walkers: Walker<BrokerProfileRelation>[];
  let last: TestBroker | undefined;
  let owner: UserActor;

  beforeAll(async () => {
    const first = await makeBroker(t.db);
    agencyId = first.agencyId;
    last = first;
    owner = first.actor;
    walkers = [
      { name: "self", actor: owner, relations: ["self"] },
      {
        name: "office",
        actor: await makeOfficer(t.db, "TALENT_POOL", "370000"),
        relations: ["office"],
      },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
  });

  const make = async (state: BrokerProfileState) => {
    // A person has one profile: the one of the step before goes to somebody else.
    if (last) {
      const other = await makeUser(t.db, { realNameLevel: 2 });
      await t.db.brokerProfile.update({ where: { id: last.id }, data: { userId: other.id } });
    }
    last = await makeBroker(t.db, { state, agencyId, user: owner });
    if (state === "SUSPENDED") {
      await t.db.procedureMove.create({
        data: {
          id: newId(),
          procedure: "broker-profile",
          subjectId: last.id,
          move: "lapse",
          fromState: "RECHECK",
          // Not the state that the walk counts arrivals in.
          toState: "LAPSED",
          actorKind: "SYSTEM",
          relation: "market",
          at: clock.now(),
          auditSequence: 0n,
        },
      });
    }
    return last.id;
  };

  walkProcedure({
    conduct: brokerProfileConduct,
    db: () => t.db,
    walkers: ["self", "office", "market"],
    actors: async () => walkers,
    make,
    input: () => ({ note: "理由" }),
  });
});

describe("strangers", () => {
  it("are nothing to a profile of another region and to a mandate of others", async () => {
    const { id } = await makeBroker(t.db);
    const [profile] = await brokerProfileConduct.load(t.db, [id]);
    if (!profile) throw new Error("no profile");
    const elsewhere = await makeOfficer(t.db, "TALENT_POOL", "440000");
    const reviewer = await makeOfficer(t.db, "REVIEWER", "370000");
    for (const actor of [elsewhere, reviewer]) {
      expect(brokerProfileConduct.relations(actor, profile).size).toBe(0);
    }
    const deal = await makeDeal(t.db);
    const broker = await makeBroker(t.db);
    const { achievementId } = deal;
    const mandateId = await makeActiveMandate(t.db, { broker, client: deal.seller, achievementId });
    const [mandate] = await mandateConduct.load(t.db, [mandateId]);
    if (!mandate) throw new Error("no mandate");
    const colleague = await makeBroker(t.db, { agencyId: broker.agencyId });
    for (const actor of [deal.buyer, colleague.actor, elsewhere]) {
      expect(mandateConduct.relations(actor, mandate).size).toBe(0);
    }
  });
});

describe("mandate", () => {
  let deal: TestDeal;
  let broker: TestBroker;
  let contractId: string;
  let walkers: Walker<MandateRelation>[];

  beforeAll(async () => {
    deal = await makeDeal(t.db);
    broker = await makeBroker(t.db);
    contractId = newId();
    walkers = [
      { name: "client", actor: deal.seller, relations: ["client"] },
      { name: "broker", actor: broker.actor, relations: ["broker"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
  });

  const amounts: Record<string, string> = { settle: "500", propose: "500", settleFree: "0" };
  const make = async (state: MandateState, feeFen = 1000n) => {
    const id = newId();
    const today = calendarDate(clock.now());
    const termsHash = "a".repeat(64);
    await t.db.mandate.create({
      data: {
        id,
        state,
        brokerId: broker.id,
        side: "SUPPLY",
        clientId: deal.supply.id,
        achievementId: deal.achievementId,
        title: "测试委托",
        scope: "范围",
        duties: ["SEARCH"],
        successDefinition: "签约",
        feeKind: "FIXED",
        fixedFeeFen: feeFen,
        feeSteps: [],
        startsOn: dateColumn(today),
        endsOn: dateColumn("2099-12-31"),
        termsHash,
        offeredById: deal.seller.userId,
        dealId: deal.id,
        contractId,
        feeFen,
      },
    });
    await t.db.mandateConsent.create({
      data: {
        id: newId(),
        mandateId: id,
        organisationId: deal.supply.id,
        userId: deal.seller.userId,
        termsHash,
      },
    });
    return id;
  };

  /** In a dispute the side that does not move has proposed the amount that the move names. */
  const proposed = async (id: string, walker: string, feeFen: string) => {
    await t.db.procedureMove.create({
      data: {
        id: newId(),
        procedure: "mandate",
        subjectId: id,
        move: "propose",
        fromState: "DISPUTED",
        toState: "OTHER",
        actorKind: "USER",
        actorUserId: walker === "broker" ? deal.seller.userId : broker.actor.userId,
        relation: walker === "broker" ? "client" : "broker",
        at: clock.now(),
        evidence: { input: { feeFen } },
        auditSequence: 0n,
      },
    });
  };

  let current = "";
  const names = ["client", "broker", "market"];
  const withTurn = { ...mandateConduct };
  for (const name of names) {
    walkProcedure({
      conduct: withTurn,
      db: () => t.db,
      walkers: [name],
      actors: async () => {
        current = name;
        return walkers;
      },
      make: async (state, move) => {
        const id = await make(state);
        await proposed(id, current, amounts[move ?? ""] ?? "500");
        if (move === "concludeFree") {
          await t.db.$executeRaw`
            UPDATE "Mandate" SET "feeKind" = 'NONE', "fixedFeeFen" = NULL WHERE id = ${id}::uuid`;
        }
        return id;
      },
      input: (one) => ({
        note: "理由",
        conflict: "NONE",
        receivedOn: calendarDate(clock.now()),
        ...(amounts[one] ? { feeFen: amounts[one] } : {}),
      }),
    });
  }
});
