import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import {
  fireOrganisationClock,
  fireRealNameClock,
} from "~/domain/identity/fire-identity-clocks.server";
import { organisationConduct } from "~/domain/identity/organisation-conduct.server";
import { realNameConduct } from "~/domain/identity/real-name-conduct.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { makeMember, makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";
import { makeSubmittable, storeFile } from "./subjects";

const t = useTestDb();

describe("organisation-verification", () => {
  walkProcedure({
    conduct: organisationConduct,
    db: () => t.db,
    walkers: [
      "administrator",
      "member",
      "reviewer",
      "other reviewer",
      "operator",
      "stranger",
      "market",
    ],
    actors: async () => {
      const own = await makeSubmittable(t.db, "UNVERIFIED");
      const administrator = await makeMember(t.db, own, "ADMIN", []);
      const walkers: Walker<"admin" | "reviewer" | "operator" | "market">[] = [
        { name: "administrator", actor: administrator, relations: ["admin"] },
        { name: "member", actor: await makeMember(t.db, own), relations: [] },
        {
          name: "reviewer",
          actor: await makeOfficer(t.db, "REVIEWER", "370100"),
          relations: ["reviewer"],
        },
        {
          name: "other reviewer",
          actor: await makeOfficer(t.db, "REVIEWER", "370200"),
          relations: [],
        },
        {
          name: "operator",
          actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
          relations: ["reviewer", "operator"],
        },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: systemActor("walk"), relations: ["market"] },
      ];
      return walkers.map((walker) =>
        walker.name === "administrator"
          ? { ...walker, actor: { ...administrator, memberships: everywhere(administrator) } }
          : walker,
      );
    },
    make: async (state) => {
      const id = await makeSubmittable(t.db, state);
      administered.push(id);
      return id;
    },
    input: () => ({ note: "理由", authority: "NOT_ASKED" }),
  });
});

/** Organisations made during a walk, all administered by the walk's administrator. */
const administered: string[] = [];

function everywhere(actor: Awaited<ReturnType<typeof makeMember>>) {
  const [first] = actor.memberships;
  if (!first) throw new Error("an administrator without membership");
  // Grows as the walk makes its subjects.
  return new Proxy([first], {
    get(target, key, receiver) {
      if (key === "find") {
        return (test: (one: typeof first) => boolean) =>
          administered.map((organisationId) => ({ ...first, organisationId })).find(test);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

describe("real-name", () => {
  let applicant = "";
  walkProcedure({
    conduct: realNameConduct,
    db: () => t.db,
    walkers: ["applicant", "operator", "reviewer", "stranger", "market"],
    actors: async () => {
      const self = await makeStranger(t.db);
      applicant = self.userId;
      return [
        { name: "applicant", actor: self, relations: ["applicant"] },
        {
          name: "operator",
          actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
          relations: ["operator"],
        },
        { name: "reviewer", actor: await makeOfficer(t.db), relations: [] },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: systemActor("walk"), relations: ["market"] },
      ];
    },
    make: async (state) => {
      // One open application a person: the walk's earlier ones are done with.
      await t.db.realNameApplication.deleteMany({ where: { userId: applicant } });
      const id = newId();
      await t.db.realNameApplication.create({
        data: {
          id,
          userId: applicant,
          legalName: "李娜",
          documentKind: "PASSPORT",
          documentNumberEncrypted: "",
          documentNumberLast4: "1234",
          fileId: await storeFile(t.db, applicant, "IDENTITY_DOCUMENT"),
          state,
        },
      });
      return id;
    },
    input: () => ({ note: "理由", authority: "NOT_ASKED" }),
  });
});

describe("clocks of a verification", () => {
  it("ask for the recheck after a year and suspend when nobody answers", async () => {
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const reviewer = await makeOfficer(t.db);
    await advance(t.db, organisationConduct, id, "verify", reviewer);
    const verified = await t.db.organisation.findUniqueOrThrow({ where: { id } });
    expect(verified.verifiedAt).not.toBeNull();
    const stateOf = async () =>
      (await t.db.organisation.findUniqueOrThrow({ where: { id } })).state;
    const firings = {
      "organisation-verification": fireOrganisationClock,
      "real-name": fireRealNameClock,
    };
    const clock = useTestClock(new Date(verified.recheckDueOn ?? Number.NaN));
    try {
      expect(await sweepClocks(t.db, firings)).toEqual({ fired: 0, failed: 0 });
      clock.advance(2 * 86_400_000);
      expect(await sweepClocks(t.db, firings)).toEqual({ fired: 1, failed: 0 });
      expect(await stateOf()).toBe("RECHECK");
      clock.advance(75 * 86_400_000);
      await sweepClocks(t.db, firings);
      expect(await stateOf()).toBe("SUSPENDED");
    } finally {
      clock.restore();
    }
  });
});
