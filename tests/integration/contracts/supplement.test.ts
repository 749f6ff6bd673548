import { describe, expect, it } from "vitest";
import { approveDraft } from "~/domain/contracts/approve-draft.server";
import { changeDraft } from "~/domain/contracts/change-draft.server";
import { getContractPage } from "~/domain/contracts/contract-page-queries.server";
import { draftSupplement } from "~/domain/contracts/draft-supplement.server";
import { finaliseContract } from "~/domain/contracts/finalise-contract.server";
import { getSignedContract } from "~/domain/contracts/signed-contract-queries.server";
import {
  approveBoth,
  finalised,
  makeDraftedContract,
  replaceTerms,
  signAndSeal,
} from "../../factories/contracts";
import { termSheet } from "../../factories/deals";
import { useTestDb } from "../../setup/database";
import { refused } from "../identity/support";

const t = useTestDb("file");

describe("after signing", () => {
  it("moves the room, orders the plan, and takes a supplement that states only the changes", async () => {
    const room = await finalised(t.db, await makeDraftedContract(t.db));
    const { deal, ids } = room;
    await refused(draftSupplement(deal.id, deal.seller, t.db), "contract_no_main");
    await signAndSeal(t.db, room);
    const moved = await t.db.deal.findUniqueOrThrow({ where: { id: deal.id } });
    expect(moved.state).toBe("CONTRACTED");
    const jobs = await t.db.$queryRaw<{ key: string | null }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`plan:${ids.contractId}`}`;
    expect(jobs).toHaveLength(1);
    const signed = await getSignedContract(t.db, ids.contractId);
    expect(signed).toMatchObject({ kind: "MAIN", state: "SIGNED", terms: { number: 1 } });
    expect(signed.signedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(signed.clauses.length).toBeGreaterThan(15);

    await refused(draftSupplement(deal.id, deal.seller, t.db), "contract_no_changes");
    const later = { ...room.content.term, toOn: "2028-05-31" };
    await replaceTerms(t.db, room, termSheet({ term: later }));
    const [supplementId, same] = await Promise.all([
      draftSupplement(deal.id, deal.seller, t.db),
      draftSupplement(deal.id, deal.buyer, t.db),
    ]);
    expect(same).toBe(supplementId);
    const supplement = { ...room, ids: { dealId: deal.id, contractId: supplementId } };
    const page = await getContractPage(supplement.ids, deal.buyer, t.db);
    const changes = page.clauses.find((one) => one.key === "changes");
    expect(changes?.body).toBe(
      "主合同作如下变更：\n（一）履行期限届满日由“2027年11月30日”变更为“2028年5月31日”。",
    );
    expect(page.clauses.flatMap((one) => one.conflicts)).toEqual([]);
    const wrong = (changes?.body ?? "").replace("2028年5月31日", "2029年5月31日");
    const change = {
      intent: "edit",
      draftNumber: 1,
      note: "",
      key: "changes",
      heading: "变更",
    } as const;
    await changeDraft(supplement.ids, { ...change, body: wrong }, deal.buyer, t.db);
    await refused(approveDraft(supplement.ids, 2, deal.buyer, t.db), "contract_conflicts");
    const back = { intent: "restore", draftNumber: 2, note: "", key: "changes" } as const;
    await changeDraft(supplement.ids, back, deal.buyer, t.db);
    await approveBoth(t.db, supplement, 3);
    await finaliseContract(supplement.ids, 3, deal.buyer, t.db);
    await signAndSeal(t.db, supplement);
    const main = await getSignedContract(t.db, ids.contractId);
    expect(main.terms.content.term.toOn).toBe("2027-11-30");
    expect(main.termsInForce.term.toOn).toBe("2028-05-31");
    const told = await t.db.notification.count({
      where: { userId: deal.buyer.userId, kind: "contractSupplementSigned" },
    });
    expect(told).toBe(1);
  });
});
