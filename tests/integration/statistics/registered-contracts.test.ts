import { describe, expect, it } from "vitest";
import { dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { readContractFigures } from "~/domain/statistics/contract-figures-queries.server";
import { makeAcceptedTerms, makeDeal, makeSignedContract } from "../../factories/deals.ts";
import { makeRegistrationOffice } from "../../factories/registered-cases.ts";
import { useTestDb } from "../../setup/database.ts";

const MONTHS = ["2026-08", "2026-09", "2026-10", "2026-11"];

describe("figures of registered contracts", () => {
  const t = useTestDb("file");
  let serial = 0;

  type Version = { at: string; total: bigint; technical: bigint; category?: string };

  /** A registration with its decisions, inserted directly. */
  async function registered(officeId: string, versions: Version[], endedOn: string | null = null) {
    const deal = await makeDeal(t.db);
    const terms = await makeAcceptedTerms(t.db, deal);
    const contract = await makeSignedContract(t.db, deal, terms);
    serial += 1;
    const id = newId();
    const [first] = versions;
    const last = versions.at(-1);
    const hash = String(serial).padStart(64, "0");
    await t.db.registration.create({
      data: {
        ...{ id, state: endedOn ? "CANCELLED" : "REGISTERED", contractId: contract.id },
        ...{ dealId: deal.id, applicantId: deal.supply.id, officeId, categoryCode: "11" },
        ...{ createdById: deal.seller.userId, contractSha256: hash, matterKey: hash },
        ...{ totalFen: last?.total, technicalFen: last?.technical, approvedIncomeFen: 0n },
        ...{ serialYear: 2026, serial, registrationNo: `NO${serial}`, versionNumber: 1 },
        decidedAt: new Date(`${first?.at}T03:00:00Z`),
        registeredOn: dateColumn(first?.at ?? ""),
        endedAt: endedOn ? new Date(`${endedOn}T03:00:00Z`) : null,
      },
    });
    for (const [at, version] of versions.entries()) {
      await t.db.registrationVersion.create({
        data: {
          ...{ id: newId(), registrationId: id, number: at + 1, form: {} },
          ...{ kind: at === 0 ? "INITIAL" : "CHANGE", categoryCode: version.category ?? "11" },
          ...{ totalFen: version.total, technicalFen: version.technical, approvedIncomeFen: 0n },
          ...{ contractSha256: hash, decidedById: deal.seller.userId },
          createdAt: new Date(`${version.at}T03:00:00Z`),
        },
      });
    }
  }

  it("count by the day of registration, change in the period of the change, leave when cancelled", async () => {
    const office = await makeRegistrationOffice(t.db, { code: "370100-09" });
    const plain = { at: "2026-08-05", total: 100n, technical: 90n };
    for (let at = 0; at < 4; at += 1) await registered(office.id, [plain]);
    expect((await readContractFigures(t.db, MONTHS)).total).toEqual({
      ...{ contracts: 4, totalFen: 400n, technicalFen: 360n },
    });
    // Three change in October, one of them its category; three are cancelled in November.
    for (const category of ["11", "11", "21"]) {
      const change = { at: "2026-10-10", total: 150n, technical: 100n, category };
      await registered(office.id, [plain, change]);
    }
    for (let at = 0; at < 3; at += 1) await registered(office.id, [plain], "2026-11-02");
    const figures = await readContractFigures(t.db, MONTHS);
    expect(figures.total).toEqual({ contracts: 7, totalFen: 850n, technicalFen: 660n });
    expect(figures.byMonth).toEqual([
      { code: "2026-08", figures: { contracts: 10, totalFen: 1000n, technicalFen: 900n } },
      { code: "2026-09", figures: { contracts: 0, totalFen: 0n, technicalFen: 0n } },
      { code: "2026-10", figures: { contracts: 0, totalFen: 150n, technicalFen: 30n } },
      { code: "2026-11", figures: { contracts: -3, totalFen: -300n, technicalFen: -270n } },
    ]);
    // The single transfer is held back, and the other category with it: it could be subtracted.
    expect(figures.byCategory).toEqual([
      { code: "10", figures: null },
      { code: "20", figures: null },
    ]);
    expect(figures.byCity).toEqual([
      { code: "370100", figures: { contracts: 7, totalFen: 850n, technicalFen: 660n } },
    ]);
  });
});
