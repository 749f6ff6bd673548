import { describe, expect, it } from "vitest";
import { checkRightHolder, type DealFacts } from "~/domain/deals/right-holder-rules";
import {
  RIGHT_HOLDER_QUESTION_IDS,
  RIGHT_HOLDER_QUESTIONS,
  type RightHolderAnswers,
} from "~/domain/deals/right-holder-schema";
import { en } from "./en";
import { zhCN } from "./zh-CN";

const CLEAN: RightHolderAnswers = {
  coOwners: "NONE",
  licences: "NONE",
  pledge: "NONE",
  annuities: "PAID",
  dispute: "NONE",
  openLicence: "NONE",
  ownPractice: "STOPS",
  completers: "WAIVED",
  abroad: "NO",
  stateSecret: "NO",
  note: "",
};
const EXCLUSIVE: DealFacts = {
  categoryCode: "31",
  licenceKind: "EXCLUSIVE",
  licenceEndsOn: "2034-12-31",
  rights: [{ title: "涂覆方法", expiresOn: "2035-01-01" }],
};
const DEALS: DealFacts[] = [
  EXCLUSIVE,
  { ...EXCLUSIVE, categoryCode: "21", licenceKind: null, licenceEndsOn: null },
  { ...EXCLUSIVE, licenceKind: "NON_EXCLUSIVE" },
  { ...EXCLUSIVE, licenceKind: "NON_EXCLUSIVE", categoryCode: null, rights: [] },
];

describe("texts of the right holder's check", () => {
  it.each([
    ["Chinese", zhCN],
    ["English", en],
  ])("has a sentence in %s for every result that can come out", (_language, texts) => {
    const reasons = texts.terms.rightHolder.reason as Record<string, Record<string, string>>;
    for (const deal of DEALS) {
      for (const question of RIGHT_HOLDER_QUESTION_IDS) {
        for (const value of RIGHT_HOLDER_QUESTIONS[question]) {
          const answers = { ...CLEAN, [question]: value } as RightHolderAnswers;
          for (const { id, reason } of checkRightHolder(answers, deal)) {
            expect(reasons[id]?.[reason], `${id}.${reason}`).toBeTruthy();
          }
        }
      }
    }
  });
});
