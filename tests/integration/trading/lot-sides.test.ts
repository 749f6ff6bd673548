import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { decideFlag } from "~/domain/oversight/decide-flag.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import {
  announcedLot,
  applicationForm,
  endApplications,
  lotWithBidders,
  makeTrader,
  type TestLot,
} from "../../factories/lots";
import { actorOf, addMember } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const note = "核实情况";

async function alsoIn(organisationId: string, { userId }: UserActor): Promise<UserActor> {
  await addMember(t.db, organisationId, userId, "MEMBER", ["BID"]);
  return actorOf(t.db, userId);
}
const apply = (lot: TestLot, organisationId: string, actor: UserActor) =>
  applyForLot(applicationForm(lot, organisationId), actor, t.db);

async function suspect(lot: TestLot, organisationId: string) {
  const id = newId();
  await t.db.tradeFlag.create({
    data: {
      id,
      kind: "RELATED_PARTY",
      caseType: "LOT",
      caseId: lot.id,
      organisationIds: [organisationId, lot.sellerId],
      evidence: { reason: "sameRepresentative", values: {}, rows: [] },
      rulesVersion: "test",
      dedupeKey: id,
      createdAt: clock.now(),
    },
  });
  return id;
}

describe("whoever acts for the market", () => {
  it("belongs to no side: not to the seller, not to any applicant, and does not apply", async () => {
    const lot = await lotWithBidders(t, 2);
    const [first, second] = lot.bidders;
    const both = await alsoIn(first?.organisationId ?? "", lot.operator);
    for (const move of ["suspend", "void"] as const) {
      await expect(advance(t.db, lotConduct, lot.id, move, both, { note })).rejects.toMatchObject({
        code: "own_organisation",
      });
    }
    const applicationId = second?.applicationId ?? "";
    await expect(
      decideLotApplication({ applicationId, decision: "exclude", note }, both, t.db),
    ).rejects.toMatchObject({ code: "own_organisation" });
    const other = await announcedLot(t, { isTraining: true });
    await expect(apply(other, first?.organisationId ?? "", both)).rejects.toMatchObject({
      code: "lot_market_staff",
    });
  });
});

describe("an applicant", () => {
  it("is stood for by nobody of the seller, and nobody stands for two", async () => {
    const lot = await announcedLot(t, { isTraining: true });
    const [one, two] = [await makeTrader(t.db), await makeTrader(t.db)];
    const ofSeller = await alsoIn(one.organisationId, lot.seller);
    await expect(apply(lot, one.organisationId, ofSeller)).rejects.toMatchObject({
      code: "lot_own",
    });
    await apply(lot, one.organisationId, one.actor);
    const forBoth = await alsoIn(two.organisationId, one.actor);
    await expect(apply(lot, two.organisationId, forBoth)).rejects.toMatchObject({
      code: "lot_person_applied",
    });
  });

  it("under suspicion waits for a decision; one confirmed to be related does not bid", async () => {
    const lot = await lotWithBidders(t, 2);
    const [related] = lot.bidders;
    const { organisationId, actor } = await makeTrader(t.db);
    const { id } = await apply(lot, organisationId, actor);
    const flagId = await suspect(lot, organisationId);
    const qualify = () =>
      decideLotApplication({ applicationId: id, decision: "qualify" }, lot.operator, t.db);
    await expect(qualify()).rejects.toMatchObject({ code: "lot_relation_open" });
    const own = await alsoIn(organisationId, lot.operator);
    await expect(decideFlag({ flagId, move: "dismiss", note }, own, t.db)).rejects.toMatchObject({
      code: "own_organisation",
    });
    await t.db.membership.deleteMany({ where: { organisationId, userId: own.userId } });
    await decideFlag({ flagId, move: "dismiss", note }, lot.operator, t.db);
    await qualify();
    const other = await suspect(lot, related?.organisationId ?? "");
    await decideFlag({ flagId: other, move: "confirm", note }, lot.operator, t.db);
    await endApplications(t, lot);
    const found = await t.db.lotApplication.findMany({ where: { lotId: lot.id, isRelated: true } });
    expect(found.map((row) => row.id)).toEqual([related?.applicationId]);
  });
});
