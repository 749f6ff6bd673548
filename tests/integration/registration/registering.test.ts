import { describe, expect, it } from "vitest";
import { evaluateDossier } from "~/domain/registration/evaluate-dossier.server";
import type {
  CheckId,
  RefusalCode,
} from "~/domain/registration/recognition-checks/check-ids-rules";
import { recordFindings } from "~/domain/registration/record-findings.server";
import { filledShareBp } from "~/domain/registration/registration-form-rules";
import { readStoredForm } from "~/domain/registration/registration-form-schema";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import {
  AMOUNTS,
  makeDossier,
  makeRegistrationOffice,
  makeSignedDeal,
  move,
  review,
  submit,
  takeUp,
} from "../../factories/registrations";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");

describe("a complete dossier", () => {
  it("of every sub-kind is filled from the deal, accepted and registered", async () => {
    const office = await makeRegistrationOffice(t.db);
    for (const kind of SUB_KINDS) {
      const deal = await makeSignedDeal(t.db, kind);
      const whole = await makeDossier(t.db, deal);
      const made = await t.db.registration.findUniqueOrThrow({ where: { id: whole } });
      const form = readStoredForm(made.form);
      const fromDeal = Object.fromEntries(Object.entries(form).filter(([, one]) => !one.isEdited));
      expect(filledShareBp(fromDeal), `${kind} filled from the deal`).toBeGreaterThanOrEqual(9000);
      expect(made.officeId).toBe(office.id);
      await submit(t.db, whole, deal.seller);
      await takeUp(t.db, whole, office);
      await review(t.db, whole, office);
      await move(t.db, whole, "register", office.first, AMOUNTS);
      const row = await t.db.registration.findUniqueOrThrow({
        where: { id: whole },
        include: { versions: true, papers: true },
      });
      expect([row.state, row.categoryCode], kind).toEqual(["REGISTERED", kind]);
      expect(row.versions.map((one) => one.technicalFen)).toEqual([50_000_000n]);
      expect(row.papers.map((one) => one.kind)).toEqual(["CERTIFICATE"]);
      const { report } = await evaluateDossier(t.db, row);
      expect(report.outcome).toBe("ACCEPTED");
    }
    const rows = await t.db.registration.findMany({
      where: { officeId: office.id, serial: { not: null } },
      orderBy: { serial: "asc" },
    });
    expect(rows.map((row) => row.serial)).toEqual(SUB_KINDS.map((_, index) => index + 1));
  }, 120_000);
});

const GROUNDS: [RefusalCode, CheckId][] = [
  ["R1", "C04"],
  ["R2", "C23"],
  ["R3", "C06"],
  ["R4", "C21"],
  ["R5", "C41"],
  ["R6", "C20"],
  ["R7", "C01"],
  ["R8", "C02"],
];

describe("refusal", () => {
  it("follows from what the registrar finds, for each of the grounds R1 to R8", async () => {
    const office = await makeRegistrationOffice(t.db, "370200");
    for (const [code, checkId] of GROUNDS) {
      const deal = await makeSignedDeal(t.db);
      await t.db.organisation.update({
        where: { id: deal.supply.id },
        data: { regionCode: "370202" },
      });
      const id = await makeDossier(t.db, deal);
      await submit(t.db, id, deal.seller);
      await takeUp(t.db, id, office);
      const finding = { checkId, answer: "NOT_MET" as const, note: "如实记录" };
      await recordFindings({ registrationId: id, findings: [finding] }, office.first, t.db);
      await review(t.db, id, office);
      const before = await t.db.registration.findUniqueOrThrow({ where: { id } });
      const { report } = await evaluateDossier(t.db, before);
      expect(report.refusals, code).toEqual([code]);
      await expect(move(t.db, id, "register", office.first, AMOUNTS)).rejects.toMatchObject({
        code: "registration_has_grounds",
      });
      await expect(
        move(t.db, id, "refuse", office.first, { codes: [], note: "理由" }),
      ).rejects.toMatchObject({ code: "refusal_ground_required" });
      await move(t.db, id, "refuse", office.first, { codes: [code], note: "理由" });
      const row = await t.db.registration.findUniqueOrThrow({
        where: { id },
        include: { papers: true },
      });
      expect([row.state, row.refusalCodes, row.registrationNo]).toEqual(["REFUSED", [code], null]);
      expect(row.papers.map((one) => one.kind)).toEqual(["REFUSAL_NOTICE"]);
    }
  }, 60_000);
});
