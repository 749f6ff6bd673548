import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SUB_KINDS } from "~/domain/shared/tech-contract";
import {
  CATEGORY_QUESTIONS,
  type CategoryAnswer,
  FIRST_QUESTION,
  type QuestionId,
} from "./category-answers-rules";
import { consequencesOf } from "./category-consequences-rules";
import { toCategoryQuery, walkCategoryQuestions } from "./category-rules";

const codes = JSON.parse(
  readFileSync("prisma/seed/codelists/contract-categories.json", "utf8"),
) as { items: { code: string; parent?: string }[] };

const walk = (query: string) => walkCategoryQuestions(new URLSearchParams(query));

/** Every leaf of the order with what it must come to; the right column is written by hand. */
const LEAVES: [string, string][] = [
  ["novelty=not_yet&research=technology&workers=one", "11"],
  ["novelty=not_yet&research=technology&workers=both", "12"],
  ["novelty=practical&workers=one", "11"],
  ["novelty=practical&workers=both", "12"],
  ["novelty=existing&handover=public", "51"],
  ["novelty=existing&handover=goods", "goods"],
  ["novelty=existing&handover=assign&assignedRight=patent", "21"],
  ["novelty=existing&handover=assign&assignedRight=application", "22"],
  ["novelty=existing&handover=assign&assignedRight=knowhow&assignedSecrecy=kept", "23"],
  ["novelty=existing&handover=assign&assignedRight=knowhow&assignedSecrecy=public", "51"],
  ["novelty=existing&handover=assign&assignedRight=software", "24"],
  ["novelty=existing&handover=assign&assignedRight=layout", "25"],
  ["novelty=existing&handover=assign&assignedRight=plant", "26"],
  ["novelty=existing&handover=assign&assignedRight=biomed", "27"],
  ["novelty=existing&handover=assign&assignedRight=other", "right_outside"],
  ["novelty=existing&handover=shares&assignedRight=patent", "21"],
  ...(
    [
      ["patent", "31"],
      ["published_application", "31"],
      ["unpublished_application", "32"],
      ["software", "33"],
      ["layout", "34"],
      ["plant", "35"],
      ["biomed", "36"],
    ] as const
  ).map(([right, code]): [string, string] => [
    `novelty=existing&handover=license&licensedRight=${right}&licenceKind=sole`,
    `${code} SOLE`,
  ]),
  ...(
    [
      ["exclusive", "EXCLUSIVE"],
      ["sole", "SOLE"],
      ["non_exclusive", "NON_EXCLUSIVE"],
      ["unsaid", "NON_EXCLUSIVE"],
    ] as const
  ).map(([answer, kind]): [string, string] => [
    `novelty=existing&handover=license&licensedRight=knowhow&licensedSecrecy=kept&licenceKind=${answer}`,
    `32 ${kind}`,
  ]),
  ["novelty=existing&handover=license&licensedRight=knowhow&licensedSecrecy=public", "51"],
  ["novelty=existing&handover=license&licensedRight=other", "right_outside"],
  ["novelty=existing&handover=none&deliverable=report&report=technical", "40"],
  ["novelty=not_yet&research=theory&deliverable=report&report=technical", "40"],
  ["novelty=existing&handover=none&deliverable=report&report=social", "survey"],
  ["novelty=existing&handover=none&deliverable=solution&problem=specific", "51"],
  [
    "novelty=not_yet&research=small_change&handover=none&deliverable=solution&problem=specific",
    "51",
  ],
  [
    "novelty=existing&handover=none&deliverable=solution&problem=routine&routineMeans=special",
    "51",
  ],
  [
    "novelty=existing&handover=none&deliverable=solution&problem=routine&routineMeans=plain",
    "routine",
  ],
  [
    "novelty=existing&handover=none&deliverable=solution&problem=construction&preDesign=independent",
    "40",
  ],
  [
    "novelty=existing&handover=none&deliverable=solution&problem=construction&preDesign=part",
    "construction",
  ],
  ["novelty=existing&handover=none&deliverable=solution&problem=commissioned", "commissioned_work"],
  ["novelty=existing&handover=none&deliverable=training&trainees=named", "53"],
  ["novelty=existing&handover=none&deliverable=training&trainees=general", "teaching"],
  ["novelty=existing&handover=none&deliverable=meeting&brokered=technology", "52"],
  ["novelty=existing&handover=none&deliverable=meeting&brokered=other", "agency"],
  ["novelty=existing&handover=none&deliverable=nothing", "no_technical_work"],
];

describe("the order of the questions", () => {
  it.each(LEAVES)("%s → %s", (query, expected) => {
    const { result, question, problem, steps } = walk(query);
    expect({ question, problem }).toEqual({ question: null, problem: null });
    const said =
      result?.kind === "TECHNICAL"
        ? [result.category, result.licenceKind].filter(Boolean).join(" ")
        : result?.reason;
    expect(said).toBe(expected);
    expect(toCategoryQuery(steps)).toBe(query);
  });

  it("reaches every answer of every question by a path of this test", () => {
    const reached = new Set(LEAVES.flatMap(([query]) => query.split("&")));
    const all = Object.values(CATEGORY_QUESTIONS).flatMap(({ id, answers }) =>
      answers.map((answer) => `${id}=${answer.value}`),
    );
    // The kinds of licence and the shares are walked once, for one right.
    expect(all.filter((pair) => !reached.has(pair))).toEqual([]);
  });

  it("comes to every sub-kind of the code list, which has no other", () => {
    const found = new Set(
      LEAVES.map(([query]) => walk(query).result).flatMap((one) =>
        one?.kind === "TECHNICAL" ? [one.category] : [],
      ),
    );
    expect([...found].sort()).toEqual([...SUB_KINDS].sort());
    const parents = new Set(codes.items.flatMap((item) => item.parent ?? []));
    const leaves = codes.items.map((item) => item.code).filter((code) => !parents.has(code));
    expect(leaves.sort()).toEqual([...SUB_KINDS].sort());
  });
});

describe("answers of an address", () => {
  it("begin at the first question", () => {
    expect(walk("")).toMatchObject({ steps: [], question: { id: FIRST_QUESTION }, problem: null });
  });

  it("fall back to the first question without a valid answer, with a message", () => {
    expect(walk("novelty=existing&handover=nonsense&deliverable=report")).toMatchObject({
      question: { id: "handover" },
      problem: "answer_unknown",
    });
    expect(walk("handover=assign")).toMatchObject({
      question: { id: FIRST_QUESTION },
      problem: "answers_unused",
    });
    expect(walk("novelty=existing&novelty=not_yet")).toMatchObject({
      question: { id: FIRST_QUESTION },
      problem: "answer_unknown",
    });
    expect(walk("at=novelty")).toMatchObject({ problem: "answer_missing" });
    expect(walk("novelty=constructor&__proto__=1")).toMatchObject({ problem: "answer_unknown" });
  });

  it("say that an answer off the path was not used", () => {
    expect(walk("novelty=practical&workers=one&handover=assign")).toMatchObject({
      result: { kind: "TECHNICAL", category: "11" },
      problem: "answers_unused",
    });
  });

  it("end on any path, after at most as many steps as there are questions", () => {
    const count = Object.keys(CATEGORY_QUESTIONS).length;
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: count, maxLength: count }), (choices) => {
        const query = new URLSearchParams();
        let next: QuestionId | undefined = FIRST_QUESTION;
        for (const choice of choices) {
          if (!next) break;
          const answers: readonly CategoryAnswer[] = CATEGORY_QUESTIONS[next].answers;
          const answer: CategoryAnswer | undefined = answers[choice % answers.length];
          if (!answer) throw new Error("a question without answers");
          query.append(next, answer.value);
          next = answer.next;
        }
        const { result, question, problem } = walkCategoryQuestions(query);
        return next === undefined && result !== null && question === null && problem === null;
      }),
    );
  });

  it("never throw, whatever the address says", () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(CATEGORY_QUESTIONS)), fc.string());
    const value = fc.oneof(fc.constantFrom("existing", "assign", "knowhow", "kept"), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const { result, question } = walkCategoryQuestions(new URLSearchParams(pairs));
        return (result === null) === (question !== null);
      }),
    );
  });
});

describe("consequences", () => {
  it.each(SUB_KINDS)("names applicant and papers of %s", (category) => {
    const { applicant, documents } = consequencesOf(category);
    expect(applicant).toBeTruthy();
    expect(new Set(documents).size).toBe(documents.length);
    expect(documents.length).toBeGreaterThan(4);
  });
});
