import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { familyOf, type LicenceKind } from "~/domain/shared/tech-contract";
import { chineseDate } from "./chinese-text-rules";
import { type ClauseConflict, type ConflictFacts, freeTextOf, quotedTerms } from "./conflict-facts";
import type { ContractClause } from "./contract-clause-schema";
import { findDates, type Statement, sentenceAt } from "./statement-rules";
import { KIND_WORDS, LICENCE_WORDS, OWNERSHIP_WORDS } from "./templates/term-words";

type Dates = (string | null)[];

/** Dates that a clause states; null where the terms leave one open. */
const CLAUSE_DATES: Record<string, (terms: TermSheetContent) => Dates> = {
  plan: (terms) => [
    terms.term.fromOn,
    terms.term.toOn,
    terms.licence?.endsOn ?? terms.term.toOn,
    ...terms.milestones.map((row) => row.dueOn),
  ],
  price: (terms) => terms.price.instalments.map((row) => row.dueOn),
  royalty: ({ price, term }) => [price.royalty?.fromOn ?? null, price.royalty?.toOn ?? term.toOn],
  "licence-grant": ({ licence, term }) => [licence?.endsOn ?? term.toOn, term.fromOn],
  rights: (terms) => terms.object.rights.flatMap((right) => [right.filedOn, right.expiresOn]),
};

const everyDate = (terms: TermSheetContent): Dates =>
  Object.values(CLAUSE_DATES).flatMap((of) => of(terms));

/** Dates that are not the agreed ones, in clauses that state agreed dates. */
export function dateConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  const of = clause.key === "changes" ? everyDate : CLAUSE_DATES[clause.key];
  if (!of) return [];
  const terms = quotedTerms(facts);
  const allowed = terms.flatMap(of);
  const known = allowed.filter((date) => date !== null);
  const quotable = freeTextOf(facts);
  return findDates(clause.body).flatMap((at): ClauseConflict[] => {
    if (known.includes(at.value) || quotable.includes(at.text)) return [];
    const place = placeOf(clause, at);
    const expected = place ? place.of(facts.terms) : null;
    // What the terms leave open, the text may fill in.
    if (place ? expected === null : allowed.includes(null) || known.length === 0) return [];
    const agreed = expected ? [expected] : of(facts.terms).filter((date) => date !== null);
    return [
      {
        clauseKey: clause.key,
        kind: "DATE",
        label: place?.label ?? "约定的日期",
        stated: at.text,
        agreed: [...new Set(agreed)].map(chineseDate).join("、"),
        sentence: sentenceAt(clause.body, at.from),
      },
    ];
  });
}

function placeOf(clause: ContractClause, at: Statement<string>) {
  if (clause.key !== "plan") return null;
  const before = clause.body.slice(Math.max(0, at.from - 2), at.from);
  const after = clause.body.slice(at.to, at.to + 1);
  if (before.endsWith("自") && after === "起") {
    return { label: "履行期限起始日", of: (terms: TermSheetContent) => terms.term.fromOn };
  }
  if (before.endsWith("至") && after === "止") {
    const of = (terms: TermSheetContent) => terms.term.toOn ?? terms.licence?.endsOn ?? null;
    return { label: "履行期限届满日", of };
  }
  return null;
}

/** Words for categories with the sub-kinds that they fit. */
const CATEGORY_WORDS: [word: string, fits: (code: string) => boolean][] = [
  ["委托开发", (code) => code === "11"],
  ["合作开发", (code) => code === "12"],
  ["专利权转让", (code) => code === "21"],
  ["专利申请权转让", (code) => code === "22"],
  ["技术秘密转让", (code) => code === "23"],
  ["著作权转让", (code) => code === "24"],
  ["布图设计专有权转让", (code) => code === "25"],
  ["植物新品种权转让", (code) => code === "26"],
  ["医药新品种权转让", (code) => code === "27"],
  ["专利实施许可", (code) => code === "31"],
  ["技术秘密使用许可", (code) => code === "32"],
  ["著作权许可", (code) => code === "33"],
  ["布图设计专有权许可", (code) => code === "34"],
  ["植物新品种权许可", (code) => code === "35"],
  ["医药新品种权许可", (code) => code === "36"],
  ["技术开发", (code) => code.startsWith("1")],
  ["技术转让", (code) => code.startsWith("2")],
  ["技术许可", (code) => code.startsWith("3")],
  ["技术咨询", (code) => code === "40"],
  ["技术服务", (code) => code.startsWith("5")],
  ["技术中介", (code) => code === "52"],
  ["技术培训", (code) => code === "53"],
];

const SAYS_CATEGORY = /(?:本合同|合同性质|合同类别)\s*(?:属于|系|为|是|：|:)[^。；;\n]{0,50}合同/g;

/** A text that calls the contract another category. */
export function categoryConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  const codes = quotedTerms(facts).map((terms) => terms.categoryCode);
  return [...clause.body.matchAll(SAYS_CATEGORY)].flatMap((match): ClauseConflict[] => {
    const words = CATEGORY_WORDS.filter(([word]) => match[0].includes(`${word}合同`));
    const wrong = words.find(([, fits]) => !codes.some(fits));
    if (!wrong) return [];
    return [
      {
        clauseKey: clause.key,
        kind: "CATEGORY",
        label: "合同性质",
        stated: `${wrong[0]}合同`,
        agreed: KIND_WORDS[facts.terms.categoryCode],
        sentence: sentenceAt(clause.body, match.index),
      },
    ];
  });
}

const KIND_OF: Record<string, LicenceKind> = {
  独占: "EXCLUSIVE",
  排他: "SOLE",
  普通: "NON_EXCLUSIVE",
};
const LICENCE_KIND = /(独占|排他|普通)(?:性)?(?:实施|使用)?许可/g;
const GRANTS = /(?:许可方式|授予|给予|取得|享有|以|为)[^，。；;\n]{0,8}$/;

/** A text that grants another kind of licence; without an agreed kind it is an ordinary one. */
export function licenceConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  if (familyOf(facts.terms.categoryCode) !== "LICENCE") return [];
  const kinds = quotedTerms(facts).map((terms) => terms.licence?.kind ?? "NON_EXCLUSIVE");
  const agreed = facts.terms.licence?.kind ?? "NON_EXCLUSIVE";
  return [...clause.body.matchAll(LICENCE_KIND)].flatMap((match): ClauseConflict[] => {
    const kind = KIND_OF[match[1] ?? ""];
    const before = clause.body.slice(Math.max(0, match.index - 12), match.index);
    const isGrant = clause.key === "licence-grant" || GRANTS.test(before);
    const isDenied = /(?:不|非|除)(?:是|构成|属于|授予)?$/.test(before);
    if (!kind || kinds.includes(kind) || !isGrant || isDenied) return [];
    return [
      {
        clauseKey: clause.key,
        kind: "LICENCE",
        label: "许可方式",
        stated: match[0],
        agreed: LICENCE_WORDS[agreed],
        sentence: sentenceAt(clause.body, match.index),
      },
    ];
  });
}

const OWNED =
  /(?:成果|知识产权|专利申请权|专利权|著作权)[^。；;\n，,]{0,16}?(?:归|由)(甲方|乙方|甲乙双方|双方)(?:共同)?(?:所有|享有|共有|拥有)/g;
const NOT_RESULTS = /背景|原有|既有|已有|资料|另一方|完成的一方/;
const OWNER_OF: Record<string, "DEMAND" | "SUPPLY" | "JOINT"> = {
  甲方: "DEMAND",
  乙方: "SUPPLY",
  双方: "JOINT",
  甲乙双方: "JOINT",
};

const OWNERSHIP_CLAUSES: Record<
  string,
  { label: string; of: (terms: TermSheetContent) => "DEMAND" | "SUPPLY" | "JOINT" | null }
> = {
  results: { label: "成果归属", of: (terms) => terms.results.ownership },
  improvements: { label: "后续改进成果的归属", of: (terms) => terms.improvements.ownership },
};

/** A text that gives results or improvements to another side. */
export function ownershipConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  const rule = OWNERSHIP_CLAUSES[clause.key];
  const agreed = rule?.of(facts.terms) ?? null;
  if (!rule || !agreed) return [];
  const allowed = quotedTerms(facts).map(rule.of);
  const quotable = freeTextOf(facts);
  return [...clause.body.matchAll(OWNED)].flatMap((match): ClauseConflict[] => {
    const owner = OWNER_OF[match[1] ?? ""];
    if (!owner || allowed.includes(owner) || quotable.includes(match[0])) return [];
    const said = sentenceAt(clause.body, match.index);
    if (NOT_RESULTS.test(said)) return [];
    return [
      {
        clauseKey: clause.key,
        kind: "OWNERSHIP",
        label: rule.label,
        stated: OWNERSHIP_WORDS[owner],
        agreed: OWNERSHIP_WORDS[agreed],
        sentence: said,
      },
    ];
  });
}
