import { describe, expect, it } from "vitest";
import { approveDraft } from "~/domain/contracts/approve-draft.server";
import { changeDraft } from "~/domain/contracts/change-draft.server";
import { listContracts } from "~/domain/contracts/contract-list-queries.server";
import { getContractPage } from "~/domain/contracts/contract-page-queries.server";
import { compareDrafts } from "~/domain/contracts/contract-version-queries.server";
import { draftContract } from "~/domain/contracts/draft-contract.server";
import type { UserActor } from "~/domain/identity/actor";
import { makeDraftedContract, makeReadyRoom } from "../../factories/contracts";
import { addParticipant } from "../../factories/deals";
import { makeMember, makeStranger } from "../../factories/people";
import { putDealInto } from "../../factories/signing";
import { useTestDb } from "../../setup/database";
import { refused, settle } from "../identity/support";

const t = useTestDb("file");

type Ids = { dealId: string; contractId: string };

async function bodyOf(ids: Ids, actor: UserActor, key: string): Promise<string> {
  const page = await getContractPage(ids, actor, t.db);
  return page.clauses.find((one) => one.key === key)?.body ?? "";
}

function edit(ids: Ids, actor: UserActor, draftNumber: number, key: string, body: string) {
  const change = { intent: "edit", draftNumber, note: "", key, heading: "条款", body } as const;
  return changeDraft(ids, change, actor, t.db);
}

describe("draftContract", () => {
  it("makes a whole text from the terms, tells the other side and shows it clean", async () => {
    const { deal } = await makeReadyRoom(t.db);
    const list = await listContracts(deal.id, deal.buyer, t.db);
    expect(list.main).toEqual({ canDraft: true, reason: null });
    const contractId = await draftContract(deal.id, deal.seller, t.db);
    const page = await getContractPage({ dealId: deal.id, contractId }, deal.buyer, t.db);
    expect(
      page.clauses.flatMap((one) => [...one.conflicts, ...one.blanks, ...one.warnings]),
    ).toEqual([]);
    expect(page.missing).toEqual([]);
    expect(page.elements.every((one) => one.isThere)).toBe(true);
    expect(page.clauses[0]?.body).toContain("赵𬭚𠮷");
    expect(page.approve).toEqual({ isOpen: true, reason: null });
    expect(page.finalise).toEqual({ isOpen: false, reason: "contract_not_approved" });
    const told = await t.db.notification.findMany({ where: { userId: deal.buyer.userId } });
    expect(told.map((one) => one.kind)).toContain("contractDrafted");
    const events = await t.db.dealMessage.findMany({ where: { dealId: deal.id, kind: "EVENT" } });
    expect(events.map((one) => one.event)).toMatchObject([{ code: "contractDrafted" }]);
  });

  it("makes one contract when both sides ask at once, and none without rights, terms or open room", async () => {
    const { deal } = await makeReadyRoom(t.db);
    await refused(draftContract(deal.id, await makeStranger(t.db), t.db), "not_found");
    const onlooker = await makeMember(t.db, deal.supply.id, "ADMIN");
    await refused(draftContract(deal.id, onlooker, t.db), "forbidden");
    const lawyer = await makeStranger(t.db);
    await addParticipant(t.db, deal.id, lawyer.userId, { role: "LAWYER" });
    await expect(draftContract(deal.id, lawyer, t.db)).rejects.toMatchObject({ status: 403 });
    await putDealInto(t.db, deal.id, "PAUSED");
    await refused(draftContract(deal.id, deal.seller, t.db), "contract_room_not_open");
    await putDealInto(t.db, deal.id, "AGREED");
    const ids = await Promise.all([
      draftContract(deal.id, deal.seller, t.db),
      draftContract(deal.id, deal.buyer, t.db),
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(await t.db.contract.count({ where: { dealId: deal.id } })).toBe(1);
  });
});

describe("changeDraft", () => {
  it("keeps every change as a version of its side, and shows contradictions and monopoly clauses", async () => {
    const { ids, deal } = await makeDraftedContract(t.db);
    const price = await bodyOf(ids, deal.buyer, "price");
    const dearer = price.replace("600,000.00元", "650,000.00元");
    expect(dearer).not.toBe(price);
    await edit(ids, deal.buyer, 1, "price", dearer);
    const added = await changeDraft(
      ids,
      {
        intent: "add",
        draftNumber: 2,
        note: "排他",
        after: "price",
        heading: "其他",
        body: "甲方不得对专利权的有效性提出异议。",
      },
      deal.seller,
      t.db,
    );
    await changeDraft(
      ids,
      { intent: "up", draftNumber: 3, note: "", key: added.key },
      deal.seller,
      t.db,
    );
    await changeDraft(
      ids,
      { intent: "remove", draftNumber: 4, note: "", key: "broker-x" },
      deal.seller,
      t.db,
    )
      .then(() => expect.unreachable())
      .catch((error: { code?: string }) => expect(error.code).toBe("not_found"));
    await changeDraft(
      ids,
      { intent: "remove", draftNumber: 4, note: "", key: "force-majeure" },
      deal.seller,
      t.db,
    );
    const page = await getContractPage(ids, deal.seller, t.db);
    const found = page.clauses.find((one) => one.key === "price");
    expect(found?.conflicts.map((one) => [one.kind, one.stated])).toEqual([
      ["AMOUNT", "650,000.00元"],
      ["WORDS_AND_FIGURES", "陆拾万元整"],
    ]);
    expect(found?.conflicts[0]?.agreed).toContain("600,000.00元");
    const own = page.clauses.find((one) => one.key === added.key);
    expect(own?.isOwn).toBe(true);
    expect(own?.warnings.map((one) => one.type)).toEqual(["NO_CHALLENGE"]);
    expect(page.removed.map((one) => one.key)).toEqual(["force-majeure"]);
    expect(page.approve).toEqual({ isOpen: false, reason: "contract_conflicts" });
    await refused(approveDraft(ids, 5, deal.buyer, t.db), "contract_conflicts");

    const view = await compareDrafts(ids, { from: 1, to: 5, page: 1 }, deal.buyer, t.db);
    expect(view.changes.map((one) => [one.kind, one.key])).toEqual([
      ["ADDED", added.key],
      ["CHANGED", "price"],
      ["REMOVED", "force-majeure"],
    ]);
    expect(view.versions.map((one) => [one.number, one.side, one.note])).toEqual([
      [5, "SUPPLY", ""],
      [4, "SUPPLY", ""],
      [3, "SUPPLY", "排他"],
      [2, "DEMAND", ""],
      [1, null, ""],
    ]);

    await changeDraft(
      ids,
      { intent: "restore", draftNumber: 5, note: "", key: "price" },
      deal.buyer,
      t.db,
    );
    await changeDraft(
      ids,
      { intent: "restore", draftNumber: 6, note: "", key: "force-majeure" },
      deal.buyer,
      t.db,
    );
    const clean = await getContractPage(ids, deal.buyer, t.db);
    expect([clean.removed, clean.clauses.flatMap((one) => one.conflicts)]).toEqual([[], []]);
    // The other side is told once a turn, not of every save.
    const turns = await t.db.notification.count({
      where: { userId: deal.buyer.userId, kind: "contractDraftChanged" },
    });
    expect(turns).toBe(1);
  });

  it("refuses a save over another one, and the slower of two at once", async () => {
    const { ids, deal } = await makeDraftedContract(t.db);
    await edit(ids, deal.seller, 1, "notices", "一");
    await expect(edit(ids, deal.buyer, 1, "dispute", "二")).rejects.toMatchObject({
      code: "contract_draft_changed",
      status: 409,
      params: { seen: 1, newest: 2 },
    });
    await refused(edit(ids, deal.seller, 2, "notices", "一"), "nothing_changed");
    const both = await settle([
      edit(ids, deal.seller, 2, "notices", "三"),
      edit(ids, deal.buyer, 2, "dispute", "四"),
    ]);
    expect(both).toEqual({ done: 1, codes: ["contract_draft_changed"] });
    expect(await t.db.contractDraft.count({ where: { contractId: ids.contractId } })).toBe(3);
  });

  it("is closed to strangers, to other rooms, to onlookers and in a paused room", async () => {
    const { ids, deal } = await makeDraftedContract(t.db);
    const other = await makeDraftedContract(t.db);
    const stranger = await makeStranger(t.db);
    await refused(edit(ids, stranger, 1, "notices", "x"), "not_found");
    await refused(getContractPage(ids, stranger, t.db), "not_found");
    const mixed = { dealId: other.ids.dealId, contractId: ids.contractId };
    await refused(edit(mixed, other.deal.seller, 1, "notices", "x"), "not_found");
    const admin = await makeMember(t.db, deal.demand.id, "ADMIN", ["PUBLISH", "SIGN"]);
    await refused(edit(ids, admin, 1, "notices", "x"), "forbidden");
    expect((await getContractPage(ids, admin, t.db)).canEdit).toBe(false);
    await putDealInto(t.db, deal.id, "DISPUTED");
    await refused(edit(ids, deal.seller, 1, "notices", "x"), "contract_room_not_open");
    expect((await getContractPage(ids, deal.seller, t.db)).editReason).toBe(
      "contract_room_not_open",
    );
  });
});
