import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { changeShare } from "~/domain/brokers/change-share.server";
import { getFilingPack } from "~/domain/brokers/filing-pack.server";
import { writeFilingWorkbook } from "~/domain/brokers/filing-workbook.server";
import { getLedger } from "~/domain/brokers/ledger-queries.server";
import { listLiveEntries } from "~/domain/brokers/live-entries.server";
import { getMandate } from "~/domain/brokers/mandate-queries.server";
import { moveMandate } from "~/domain/brokers/move-mandate.server";
import { noteContractEnded } from "~/domain/brokers/note-contract-ended.server";
import { noteContractMade } from "~/domain/brokers/note-contract-made.server";
import { getPublicBroker } from "~/domain/brokers/public-broker-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import { filingTexts } from "~/http/brokers/filing-texts.server";
import { getFixedT } from "~/i18n/i18next.server";
import { makeActiveMandate, makeBroker, type TestBroker } from "../../factories/brokers";
import { addParticipant, makeDeal, type TestDeal } from "../../factories/deals";
import { makeMember, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const TODAY = calendarDate(clock.now());
const YEAR = Number(TODAY.slice(0, 4));
const yuan = (amount: number) => BigInt(amount) * 100n;

let broker: TestBroker;
let second: TestBroker;
let admin: UserActor;
let deal: TestDeal;
let contractId: string;
let mandateId: string;

const made = (values: Partial<Parameters<typeof noteContractMade>[1]> = {}) =>
  inTransaction(t.db, (tx) =>
    noteContractMade(tx, {
      dealId: deal.id,
      contractId,
      totalFen: yuan(4_000_000),
      isRelated: false,
      signedOn: TODAY,
      ...values,
    }),
  );

const live = (dealId: string) => listLiveEntries(t.db, { dealId, kind: "TURNOVER" });

beforeAll(async () => {
  deal = await makeDeal(t.db);
  contractId = newId();
  broker = await makeBroker(t.db);
  second = await makeBroker(t.db);
  admin = await makeMember(t.db, broker.agencyId, "OWNER", []);
  const { achievementId } = deal;
  mandateId = await makeActiveMandate(t.db, { broker, client: deal.seller, achievementId });
  const { actor, id } = second;
  await addParticipant(t.db, deal.id, actor.userId, { role: "BROKER", brokerId: id });
});

describe("attribution ledger", () => {
  it("enters a contract's turnover once, divided between its brokers, and moves the mandate", async () => {
    await Promise.all([made(), made()]);
    const entries = await live(deal.id);
    expect(entries.map((one) => one.shareBp)).toEqual([5000, 5000]);
    expect(entries.reduce((sum, one) => sum + one.amountFen, 0n)).toBe(yuan(4_000_000));
    const mandate = await getMandate(mandateId, broker.actor, t.db);
    expect(mandate.state).toBe("CONTRACT_MADE");
    // 5 % of the first million, 2 % of the other three.
    expect(mandate.feeFen).toBe(yuan(110_000).toString());
    expect(mandate.feeLines).toHaveLength(2);
  });

  it("raising a share needs what others leave free, also for two at once", async () => {
    const entries = await live(deal.id);
    const own = (who: TestBroker) => entries.find((one) => one.brokerId === who.id)?.id ?? "";
    const change = (entryId: string, shareBp: number, actor: UserActor) =>
      changeShare({ entryId, shareBp, note: "双方约定" }, actor, t.db);
    await expect(change(own(broker), 6000, broker.actor)).rejects.toMatchObject({
      code: "share_not_free",
    });
    await expect(change(own(broker), 1000, second.actor)).rejects.toMatchObject({ status: 403 });
    // Each lowers the own share by a fifth; then both reach for all that is free.
    await change(own(broker), 4000, admin);
    await change(own(second), 4000, second.actor);
    const lowered = await live(deal.id);
    const outcomes = await Promise.allSettled([
      change(lowered.find((one) => one.brokerId === broker.id)?.id ?? "", 6000, broker.actor),
      change(lowered.find((one) => one.brokerId === second.id)?.id ?? "", 6000, second.actor),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const after = await live(deal.id);
    expect(after.reduce((sum, one) => sum + one.shareBp, 0)).toBe(10_000);
    expect(after.reduce((sum, one) => sum + one.amountFen, 0n)).toBe(yuan(4_000_000));
    // Back to one agreed division, for what follows.
    const more = after.find((one) => one.shareBp === 6000);
    const owner = more?.brokerId === broker.id ? broker.actor : second.actor;
    await change(more?.id ?? "", 5000, owner);
    const less = (await live(deal.id)).find((one) => one.shareBp === 4000);
    const other = less?.brokerId === broker.id ? broker.actor : second.actor;
    await change(less?.id ?? "", 5000, other);
  });

  it("the database refuses to change or delete an entry", async () => {
    const [entry] = await live(deal.id);
    const where = { id: entry?.id ?? "" };
    await expect(
      t.db.attributionEntry.update({ where, data: { amountFen: 1n } }),
    ).rejects.toThrow();
    await expect(t.db.attributionEntry.delete({ where })).rejects.toThrow();
  });

  it("a disputed fee is settled by the amount that both have named", async () => {
    const move = (step: Parameters<typeof moveMandate>[0], actor: UserActor) =>
      moveMandate(step, actor, t.db);
    await move({ mandateId, move: "claimFee", turnoverFen: null }, broker.actor);
    await move({ mandateId, move: "dispute", note: "工作量有异议" }, deal.seller);
    const feeFen = yuan(90_000);
    await move({ mandateId, move: "propose", feeFen }, deal.seller);
    await expect(move({ mandateId, move: "settle", feeFen }, deal.seller)).rejects.toMatchObject({
      code: "mandate_not_proposed",
    });
    await move({ mandateId, move: "settle", feeFen }, broker.actor);
    const [due, ...rest] = await listLiveEntries(t.db, {
      dealId: deal.id,
      mandateId,
      kind: "FEE_DUE",
    });
    expect([due?.amountFen, rest.length]).toEqual([feeFen, 0]);
    await expect(
      move({ mandateId, move: "confirmPaid", receivedOn: "2099-01-01" }, broker.actor),
    ).rejects.toMatchObject({ code: "mandate_received_on" });
    await move({ mandateId, move: "confirmPaid", receivedOn: TODAY }, broker.actor);
    expect((await getMandate(mandateId, broker.actor, t.db)).state).toBe("PAID");
  });

  it("related deals, deals of one's own house and ended contracts do not count", async () => {
    const related = await makeDeal(t.db);
    const house = await makeDeal(t.db);
    const ended = await makeDeal(t.db);
    const { id: brokerId, actor } = broker;
    for (const one of [related, house, ended]) {
      await addParticipant(t.db, one.id, actor.userId, { role: "BROKER", brokerId });
    }
    await t.db.brokerProfile.update({
      where: { id: brokerId },
      data: { agencyId: house.supply.id },
    });
    await made({ dealId: house.id, contractId: newId(), totalFen: yuan(700_000) });
    await t.db.brokerProfile.update({
      where: { id: brokerId },
      data: { agencyId: broker.agencyId },
    });
    await made({
      dealId: related.id,
      contractId: newId(),
      totalFen: yuan(900_000),
      isRelated: true,
    });
    const endedContract = newId();
    await made({ dealId: ended.id, contractId: endedContract, totalFen: yuan(5_000_000) });
    for (let twice = 0; twice < 2; twice += 1) {
      await inTransaction(t.db, (tx) =>
        noteContractEnded(tx, { dealId: ended.id, contractId: endedContract, endedOn: TODAY }),
      );
    }
    expect(await live(ended.id)).toEqual([]);
    const ledger = await getLedger({ owner: brokerId, year: YEAR, skip: 0, size: 5 }, actor, t.db);
    expect(ledger.lines).toHaveLength(5);
    expect(ledger.filing.totals).toEqual({
      turnoverFen: yuan(2_000_000).toString(),
      incomeFen: yuan(90_000).toString(),
      relatedTurnoverFen: yuan(1_600_000).toString(),
      relatedIncomeFen: "0",
    });
    expect(ledger.filing.thresholds.map((one) => one.isMet)).toEqual([false, false]);
    // Two or three results are not told apart in public.
    const shown = await getPublicBroker(brokerId, t.db);
    expect(shown.results.bands.every((cell) => cell.count === null)).toBe(true);
  });

  it("is read by the broker and the agency's administrators, nobody else", async () => {
    const input = { owner: broker.id, year: YEAR, skip: 0, size: 30 };
    for (const actor of [second.actor, admin, await makeStranger(t.db)]) {
      await expect(getLedger(input, actor, t.db)).rejects.toMatchObject({ status: 404 });
    }
    const agency = await getLedger({ ...input, owner: broker.agencyId }, admin, t.db);
    expect(agency.owner.kind).toBe("AGENCY");
    await expect(
      getLedger({ ...input, owner: broker.agencyId }, broker.actor, t.db),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("the filing pack's sheets sum to the ledger when the file is read back", async () => {
    const pack = await getFilingPack({ owner: broker.id, year: YEAR }, broker.actor, t.db);
    const words = filingTexts(pack, getFixedT(new Request("http://x/"), "brokers"));
    const book = new ExcelJS.Workbook();
    const bytes = await writeFilingWorkbook(pack.lines, pack.filing, words);
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    const sumOf = (name: string) => {
      const sheet = book.getWorksheet(name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      const amounts: number[] = [];
      sheet.eachRow((row, number) => {
        const cell = row.getCell(10);
        if (number > 1 && number < sheet.rowCount)
          amounts.push(Math.round(Number(cell.value) * 100));
      });
      const last = sheet.getRow(sheet.rowCount).getCell(10);
      return {
        lines: BigInt(amounts.reduce((sum, one) => sum + one, 0)),
        total: BigInt(Math.round(Number(last.result ?? last.value) * 100)),
      };
    };
    const { totals } = pack.filing;
    const related = BigInt(totals.relatedTurnoverFen) + BigInt(totals.relatedIncomeFen);
    for (const [sheet, expected] of [
      [words.sheets.turnover, BigInt(totals.turnoverFen)],
      [words.sheets.income, BigInt(totals.incomeFen)],
      [words.sheets.related, related],
    ] as const) {
      expect(sumOf(sheet), sheet).toEqual({ lines: expected, total: expected });
    }
    const all = book.getWorksheet(words.sheets.all);
    expect(all?.rowCount).toBe(pack.lines.length + 1);
    const reasons = book.getWorksheet(words.sheets.related)?.getColumn(11).values ?? [];
    expect(reasons).toContain("双方声明存在关联关系");
    expect(reasons).toContain("经纪机构是交易一方");
  });
});
