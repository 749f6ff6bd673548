import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { exportNational } from "~/domain/registration/export-exchange.server";
import { getExportSource } from "~/domain/registration/export-source-queries.server";
import { applyAnswers } from "~/domain/registration/official-answer-apply.server";
import { readAnswerFile } from "~/domain/registration/official-answer-file.server";
import { planAnswers } from "~/domain/registration/official-answer-plan.server";
import { makeAnswerTemplate } from "~/domain/registration/official-answer-template.server";
import { caseNumber } from "~/domain/registration/paper-number-rules";
import { CHECK_IDS } from "~/domain/registration/recognition-checks/check-ids-rules";
import { newId } from "~/domain/shared/ids";
import { answerWords } from "~/http/official-answer.server";
import { makeCase, makeRegistrar, makeRegistrationOffice } from "../../factories/registered-cases";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
let office: { id: string; code: string };
let registrar: UserActor;

beforeAll(async () => {
  office = await makeRegistrationOffice(t.db, { code: "370100-01" });
  registrar = await makeRegistrar(t.db, office.id);
});

/** A case that only waits for its decision, reviewed by our registrar. */
async function caseToDecide() {
  const made = await makeCase(t.db, office, { state: "DECISION", registrarAId: registrar.userId });
  await t.db.registrationFinding.createMany({
    data: CHECK_IDS.map((checkId) => ({
      id: newId(),
      registrationId: made.id,
      checkId,
      answer: "MET",
      authorId: registrar.userId,
    })),
  });
  return made;
}

const answers = (list: object[]) =>
  new TextEncoder().encode(
    JSON.stringify({
      format: "technology-contract-registration-answer",
      version: "1.0",
      answers: list,
    }),
  );
const amounts = { total: "600000.00", technical: "500000.00", approvedIncome: "450000.00" };
const stateOf = (id: string) => t.db.registration.findUniqueOrThrow({ where: { id } });

describe("importing an office's answers", () => {
  it("registers by the procedure, once, and takes a round trip through the exchange format", async () => {
    const made = await caseToDecide();
    const other = await caseToDecide();
    const file = answers([
      {
        reference: caseNumber(made.number),
        decision: "REGISTERED",
        officialNo: "2026370100000001",
        amounts,
      },
      { reference: "A-999999", decision: "REGISTERED", amounts },
      { reference: caseNumber(other.number), decision: "REFUSED", refusalCodes: ["R2"] },
    ]);
    const raws = await readAnswerFile(file, answerWords());
    const plans = await planAnswers(raws, registrar, t.db);
    expect(plans.map((one) => [one.action, one.problems.map((p) => [p.column, p.code])])).toEqual([
      ["REGISTER", []],
      ["NONE", [["reference", "answer_case_unknown"]]],
      ["REFUSE", [["note", "required"]]],
    ]);
    expect((await stateOf(made.id)).state).toBe("DECISION");

    const done = await applyAnswers({ raws, rows: [1, 2, 3] }, registrar, t.db);
    expect(done.map((one) => [one.isDone, one.error])).toEqual([
      [true, null],
      [false, null],
      [false, null],
    ]);
    const row = await stateOf(made.id);
    expect(row).toMatchObject({
      state: "REGISTERED",
      approvedIncomeFen: 45_000_000n,
      officialNo: "2026370100000001",
    });
    expect(row.registrationNo).toMatch(/^370100-01-\d{4}-000001-/);
    const order = { registrationId: made.id, kind: "CERTIFICATE" };
    expect(await t.db.registrationPaper.count({ where: order })).toBe(1);

    // The same file again, and the case itself as the national system sends it back: nothing to do.
    const again = await applyAnswers({ raws, rows: [1] }, registrar, t.db);
    expect(again[0]).toMatchObject({ action: "NONE", problems: [], isDone: false });
    const content = await getExportSource(t.db, made.id, registrar, "zh-CN");
    const returned = await readAnswerFile(exportNational(content), answerWords());
    const [back] = await planAnswers(returned, registrar, t.db);
    expect(back).toMatchObject({ action: "NONE", problems: [], differences: [] });
    expect(await t.db.registrationVersion.count({ where: { registrationId: made.id } })).toBe(1);
  });

  it("reads the template as people fill it, with errors at row and column", async () => {
    const made = await caseToDecide();
    const words = answerWords();
    const first = (texts: readonly string[]) => texts[0] ?? "";
    const headings = Object.fromEntries(
      Object.entries(words.headings).map(([column, texts]) => [column, first(texts)]),
    ) as Parameters<typeof makeAnswerTemplate>[0]["headings"];
    const empty = await makeAnswerTemplate({ sheet: "答复", headings, decisions: ["不予登记"] });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(empty.slice().buffer);
    const sheet = workbook.worksheets[0];
    const fill = (row: number, cells: Record<number, string>) => {
      for (const [at, text] of Object.entries(cells)) {
        const cell = sheet?.getCell(row, Number(at));
        if (cell) cell.value = text;
      }
    };
    fill(2, {
      1: caseNumber(made.number),
      2: "不予登记",
      3: "2026年11月20日",
      8: "R2、R3",
      9: "买卖合同",
    });
    fill(3, { 1: "A-999999", 2: "也许", 5: "很多" });
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const raws = (await readAnswerFile(bytes, words)).filter((one) => one.reference !== "");
    const [refused, wrong] = await planAnswers(raws, registrar, t.db);
    expect(refused).toMatchObject({ row: 2, action: "REFUSE", problems: [] });
    expect(wrong?.problems).toEqual([
      { column: "decision", code: "not_a_choice" },
      { column: "total", code: "not_an_amount" },
    ]);
    await applyAnswers({ raws, rows: [2, 3] }, registrar, t.db);
    expect(await stateOf(made.id)).toMatchObject({ state: "REFUSED", refusalCodes: ["R2", "R3"] });
  });

  it("is for registrars of that office, and the procedure has the last word", async () => {
    const made = await caseToDecide();
    const file = answers([{ reference: caseNumber(made.number), decision: "REGISTERED", amounts }]);
    const raws = await readAnswerFile(file, answerWords());
    await expect(planAnswers(raws, made.deal.seller, t.db)).rejects.toMatchObject({ status: 403 });
    const elsewhere = await makeRegistrationOffice(t.db, { code: "370300-01" });
    const stranger = await makeRegistrar(t.db, elsewhere.id);
    const [unknown] = await planAnswers(raws, stranger, t.db);
    expect(unknown?.problems[0]?.code).toBe("answer_case_unknown");
    // A colleague who has not reviewed it may not decide it.
    const colleague = await makeRegistrar(t.db, office.id);
    const [result] = await applyAnswers({ raws, rows: [1] }, colleague, t.db);
    expect(result).toMatchObject({ isDone: false, error: { code: "wrong_actor" } });
    expect((await stateOf(made.id)).state).toBe("DECISION");
  });

  it("takes neither other files nor too many rows", async () => {
    const words = answerWords();
    const refusal = (bytes: Uint8Array) =>
      readAnswerFile(bytes, words).catch((error: { code: string }) => error.code);
    expect(await refusal(new TextEncoder().encode("not json"))).toBe("answer_not_json");
    expect(await refusal(new TextEncoder().encode("{}"))).toBe("answer_format");
    expect(await refusal(answers([]))).toBe("answer_empty");
    const many = Array.from({ length: 201 }, () => ({ reference: "A-1", decision: "REFUSED" }));
    expect(await refusal(answers(many))).toBe("answer_too_many");
  });
});
