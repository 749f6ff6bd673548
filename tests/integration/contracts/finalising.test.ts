import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { adoptTerms } from "~/domain/contracts/adopt-terms.server";
import { approveDraft } from "~/domain/contracts/approve-draft.server";
import { changeDraft } from "~/domain/contracts/change-draft.server";
import { getContractFile } from "~/domain/contracts/contract-file-queries.server";
import { getContractPage } from "~/domain/contracts/contract-page-queries.server";
import { draftContract } from "~/domain/contracts/draft-contract.server";
import { finaliseContract } from "~/domain/contracts/finalise-contract.server";
import { reopenContract } from "~/domain/contracts/reopen-contract.server";
import { voidContract } from "~/domain/contracts/void-contract.server";
import { getStorage } from "~/platform/storage.server";
import {
  approveBoth,
  makeDraftedContract,
  makeReadyRoom,
  replaceTerms,
} from "../../factories/contracts";
import { addParticipant, termSheet } from "../../factories/deals";
import { makeMember } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { refused, settle } from "../identity/support";

const t = useTestDb("file");

/** Not a part of the product: where a machine has it, it reads what we have made. */
const PDF_READER = "pdftotext";

describe("approval and the final document", () => {
  it("needs the same version from both sides, by people who may sign", async () => {
    const { ids, deal } = await makeDraftedContract(t.db);
    const clerk = await makeMember(t.db, deal.demand.id, "MEMBER", ["PUBLISH"]);
    await addParticipant(t.db, deal.id, clerk.userId, {
      role: "DEMAND",
      organisationId: deal.demand.id,
    });
    await refused(approveDraft(ids, 1, clerk, t.db), "forbidden");
    expect((await getContractPage(ids, clerk, t.db)).approve?.reason).toBe("forbidden");
    await approveDraft(ids, 1, deal.seller, t.db);
    await approveDraft(ids, 1, deal.seller, t.db);
    const change = {
      intent: "edit",
      draftNumber: 1,
      note: "",
      key: "notices",
      heading: "通知",
    } as const;
    await changeDraft(ids, { ...change, body: "以书面形式通知。" }, clerk, t.db);
    await refused(approveDraft(ids, 1, deal.buyer, t.db), "contract_draft_changed");
    await approveDraft(ids, 2, deal.buyer, t.db);
    // Each side has approved a version, but not the same one.
    await refused(finaliseContract(ids, 2, deal.buyer, t.db), "contract_not_approved");
    await refused(finaliseContract(ids, 1, deal.buyer, t.db), "contract_draft_changed");
    await approveDraft(ids, 2, deal.seller, t.db);
    expect((await getContractPage(ids, clerk, t.db)).finalise).toEqual({
      isOpen: true,
      reason: null,
    });
    await finaliseContract(ids, 2, clerk, t.db);
    await refused(
      changeDraft(ids, { ...change, draftNumber: 2, body: "三" }, clerk, t.db),
      "wrong_state",
    );
    await refused(approveDraft(ids, 2, deal.buyer, t.db), "wrong_state");
  });

  it("freezes one document when two finalise at once; it can be opened again and given up", async () => {
    const room = await makeDraftedContract(t.db);
    const { ids, deal } = room;
    await approveBoth(t.db, room, 1);
    const both = await settle([
      finaliseContract(ids, 1, deal.seller, t.db),
      finaliseContract(ids, 1, deal.buyer, t.db),
    ]);
    expect(both).toEqual({ done: 1, codes: ["wrong_state"] });
    const row = await t.db.contract.findUniqueOrThrow({
      where: { id: ids.contractId },
      include: { finalFile: true },
    });
    const stored = await t.db.storedFile.findMany({
      where: { purpose: "CONTRACT", organisationId: { in: [deal.supply.id, deal.demand.id] } },
    });
    expect(stored.map((one) => one.id)).toEqual([row.finalFileId]);
    const content = await getStorage().readFile(row.finalFile?.storageKey ?? "");
    const bytes = Buffer.from(await new Response(content?.stream).arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(row.finalSha256);
    expect(row.finalPageCount).toBeGreaterThan(3);
    const moves = await t.db.procedureMove.findMany({ where: { subjectId: ids.contractId } });
    expect(moves.map((one) => one.evidence)).toMatchObject([
      { input: { sha256: row.finalSha256, pages: row.finalPageCount } },
    ]);

    await refused(reopenContract(ids, " ", deal.buyer, t.db), "note_required");
    await reopenContract(ids, "验收方法要再议", deal.buyer, t.db);
    expect((await getContractPage(ids, deal.buyer, t.db)).final).toBeNull();
    await voidContract(ids, "改签别的合同", deal.buyer, t.db);
    await refused(voidContract(ids, "再来一次", deal.buyer, t.db), "wrong_state");
    const again = await draftContract(deal.id, deal.seller, t.db);
    expect(again).not.toBe(ids.contractId);
  });

  it("waits for declarations, for publicity of an agreed price, and for blanks to be filled", async () => {
    const bare = await makeDraftedContract(t.db);
    await t.db.organisation.update({ where: { id: bare.deal.demand.id }, data: { address: null } });
    const restore = { intent: "restore", draftNumber: 1, note: "", key: "parties" } as const;
    await changeDraft(bare.ids, restore, bare.deal.buyer, t.db);
    await refused(approveDraft(bare.ids, 2, bare.deal.buyer, t.db), "contract_blanks");

    const licence = termSheet({
      categoryCode: "32",
      licence: { kind: "EXCLUSIVE", territory: "山东省", endsOn: "2027-11-30" },
    });
    const public_ = await makeReadyRoom(t.db, licence, { supplyKind: "UNIVERSITY" });
    const { deal } = public_;
    await t.db.organisation.update({ where: { id: deal.supply.id }, data: { natureCode: "0201" } });
    const contractId = await draftContract(deal.id, deal.seller, t.db);
    const room = { ...public_, ids: { dealId: deal.id, contractId } };
    await approveBoth(t.db, room, 1);
    const page = await getContractPage(room.ids, deal.buyer, t.db);
    expect(page.isPublicityOpen).toBe(true);
    await refused(finaliseContract(room.ids, 1, deal.buyer, t.db), "contract_publicity_open");
  });

  it("says that newer terms were agreed, and follows them without losing what people wrote", async () => {
    const room = await makeDraftedContract(t.db);
    const { ids, deal } = room;
    const change = {
      intent: "edit",
      draftNumber: 1,
      note: "",
      key: "notices",
      heading: "通知",
    } as const;
    await changeDraft(ids, { ...change, body: "以书面形式通知。" }, deal.buyer, t.db);
    const { price } = room.content;
    const [first, second] = price.instalments;
    await replaceTerms(
      t.db,
      room,
      termSheet({
        price: {
          ...price,
          totalFen: "65000000",
          technicalFen: "55000000",
          instalments: [{ ...first, amountFen: "25000000" }, { ...second }],
        } as never,
      }),
    );
    await refused(approveDraft(ids, 2, deal.buyer, t.db), "contract_terms_outdated");
    expect((await getContractPage(ids, deal.buyer, t.db)).termSheet).toEqual({
      number: 1,
      isCurrent: false,
      newestNumber: 2,
    });
    expect(await adoptTerms(ids, 2, deal.seller, t.db)).toBe(3);
    const page = await getContractPage(ids, deal.buyer, t.db);
    const bodyOf = (key: string) => page.clauses.find((one) => one.key === key)?.body ?? "";
    expect(bodyOf("price")).toContain("陆拾伍万元整");
    expect(bodyOf("notices")).toBe("以书面形式通知。");
    expect(page.clauses.flatMap((one) => one.conflicts)).toEqual([]);
    await refused(adoptTerms(ids, 3, deal.seller, t.db), "nothing_changed");
    await approveBoth(t.db, room, 3);
    await finaliseContract(ids, 3, deal.seller, t.db);
  });
});

describe("files", () => {
  it("keeps rare characters in Word and PDF, and marks a draft as one", async () => {
    const { ids, deal } = await makeDraftedContract(t.db);
    const docx = await getContractFile(ids, { format: "docx", version: null }, deal.buyer, t.db);
    const pdf = await getContractFile(ids, { format: "pdf", version: 1 }, deal.buyer, t.db);
    if (docx.kind !== "MADE" || pdf.kind !== "MADE") throw new Error("a draft is made on request");
    const parts = unzipSync(docx.bytes);
    const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, "");
    expect(text).toContain("赵𬭚𠮷");
    expect(text).toContain("陆拾万元整");
    const header = Object.keys(parts).filter((name) => name.startsWith("word/header"));
    const heads = header.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join("");
    expect(heads).toContain("草稿 第1版");
    expect(pdf.name).toContain("草稿第1版");
    const again = await getContractFile(ids, { format: "pdf", version: 1 }, deal.seller, t.db);
    expect(again.kind === "MADE" && Buffer.from(again.bytes).equals(Buffer.from(pdf.bytes))).toBe(
      true,
    );
    await refused(
      getContractFile(ids, { format: "final", version: null }, deal.buyer, t.db),
      "not_found",
    );
    await refused(
      getContractFile(ids, { format: "pdf", version: 9 }, deal.buyer, t.db),
      "not_found",
    );
    const read = readPdf(pdf.bytes);
    if (read === null) return;
    expect(read.replace(/\s/g, "")).toContain("赵𬭚𠮷");
    expect(read.replace(/\s/g, "")).toContain("第一条");
  });
});

/** The text of a PDF by a tool of its own, where the machine has it. */
function readPdf(bytes: Uint8Array): string | null {
  try {
    return execFileSync(PDF_READER, ["-", "-"], { input: bytes, encoding: "utf8" });
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}
