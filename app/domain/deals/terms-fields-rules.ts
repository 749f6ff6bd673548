import {
  type ContractFamily,
  familyOf,
  LICENCE_KINDS,
  NON_TECHNICAL_KINDS,
  SUB_KINDS,
} from "~/domain/shared/tech-contract";
import {
  BROKER_PAYERS,
  DISPUTE_WAYS,
  OWNERSHIPS,
  PRICE_KINDS,
  ROYALTY_BASES,
} from "./term-sheet-schema";

export const TERM_SECTIONS = [
  "basics",
  "object",
  "licence",
  "milestones",
  "price",
  "term",
  "acceptance",
  "results",
  "improvements",
  "confidentiality",
  "liability",
  "broker",
  "special",
] as const;
export type TermSectionId = (typeof TERM_SECTIONS)[number];

export type TermFieldKind =
  | "line"
  | "text"
  | "money"
  | "percent"
  | "date"
  | "yes"
  | "count"
  | "choice"
  | "category"
  | "ipKind"
  | "broker"
  | "milestone";

/** What decides which fields a term sheet has. */
export type TermShape = {
  family: ContractFamily | null;
  categoryCode: string | null;
  priceKind: string | null;
};

type When = (shape: TermShape) => boolean;

export type TermField = {
  /** Place in TermSheetContent, within its row for a column. */
  path: string;
  kind: TermFieldKind;
  options?: readonly string[];
  /** Longest text, in characters. */
  max?: number;
  isRequired?: boolean;
  when?: When;
};

export type TermRows = {
  path: string;
  max: number;
  columns: readonly TermField[];
  when?: When;
};

export type TermSection = {
  id: TermSectionId;
  fields: readonly (TermField | TermRows)[];
  when?: When;
};

const isOf =
  (...families: ContractFamily[]): When =>
  ({ family }) =>
    family !== null && families.includes(family);
const handsOver = isOf("TRANSFER", "LICENCE");
const hasRoyalty: When = ({ priceKind }) =>
  priceKind === "ROYALTY" || priceKind === "ENTRY_AND_ROYALTY";

const line = (path: string, max: number, rest: Partial<TermField> = {}): TermField => ({
  path,
  kind: "line",
  max,
  ...rest,
});
const text = (path: string, max: number, rest: Partial<TermField> = {}): TermField => ({
  path,
  kind: "text",
  max,
  ...rest,
});
const of = (kind: TermFieldKind, path: string, rest: Partial<TermField> = {}): TermField => ({
  path,
  kind,
  ...rest,
});
const choice = (
  path: string,
  options: readonly string[],
  rest: Partial<TermField> = {},
): TermField => ({ path, kind: "choice", options, ...rest });

/**
 * Every member of a term sheet once, in the order of reading: form, page, comparison and stored
 * draft are made from this table, so that none of them can forget one.
 */
export const TERM_TABLE: readonly TermSection[] = [
  {
    id: "basics",
    fields: [
      line("title", 120, { isRequired: true }),
      of("category", "categoryCode", { options: SUB_KINDS, isRequired: true }),
    ],
  },
  {
    id: "object",
    fields: [
      text("object.description", 4000, { isRequired: true }),
      text("object.targets", 2000),
      text("object.deliverables", 2000),
      text("object.plan", 2000),
      of("count", "object.carrierSets", { when: isOf("DEVELOPMENT", "TRANSFER", "LICENCE") }),
      {
        path: "object.rights",
        max: 20,
        when: handsOver,
        columns: [
          of("ipKind", "kind", { isRequired: true }),
          line("title", 200),
          line("number", 40),
          line("applicant", 200),
          line("owner", 200),
          of("date", "filedOn"),
          of("date", "expiresOn"),
        ],
      },
    ],
  },
  {
    id: "licence",
    when: isOf("LICENCE"),
    fields: [
      choice("licence.kind", LICENCE_KINDS),
      line("licence.territory", 200),
      line("licence.fieldOfUse", 200),
      of("yes", "licence.maySublicense"),
      of("date", "licence.endsOn"),
    ],
  },
  {
    id: "milestones",
    fields: [
      {
        path: "milestones",
        max: 30,
        columns: [
          line("title", 120, { isRequired: true }),
          of("date", "dueOn"),
          text("acceptance", 500),
        ],
      },
    ],
  },
  {
    id: "price",
    fields: [
      choice("price.kind", PRICE_KINDS, { isRequired: true }),
      of("yes", "price.isEquity", { when: handsOver }),
      of("yes", "price.includesTax"),
      of("money", "price.totalFen"),
      of("money", "price.technicalFen"),
      {
        path: "price.nonTechnical",
        max: 30,
        columns: [
          choice("kind", NON_TECHNICAL_KINDS, { isRequired: true }),
          line("description", 200),
          of("money", "amountFen", { isRequired: true }),
        ],
      },
      of("money", "price.entryFeeFen", {
        isRequired: true,
        when: ({ priceKind }) => priceKind === "ENTRY_AND_ROYALTY",
      }),
      choice("price.royalty.base", ROYALTY_BASES, { isRequired: true, when: hasRoyalty }),
      of("percent", "price.royalty.rateBp", { isRequired: true, when: hasRoyalty }),
      of("date", "price.royalty.fromOn", { when: hasRoyalty }),
      of("date", "price.royalty.toOn", { when: hasRoyalty }),
      of("count", "price.royalty.everyMonths", { when: hasRoyalty }),
      of("yes", "price.royalty.mayInspectAccounts", { when: hasRoyalty }),
      of("money", "price.royalty.capFen", { when: hasRoyalty }),
      {
        path: "price.instalments",
        max: 30,
        when: ({ priceKind }) => priceKind !== "ROYALTY",
        columns: [
          line("title", 120, { isRequired: true }),
          of("money", "amountFen", { isRequired: true }),
          of("date", "dueOn"),
          of("milestone", "milestone"),
        ],
      },
    ],
  },
  {
    id: "term",
    fields: [of("date", "term.fromOn"), of("date", "term.toOn"), line("term.place", 120)],
  },
  {
    id: "acceptance",
    fields: [
      text("acceptance.standard", 1000),
      text("acceptance.method", 500),
      text("acceptance.dispute", 500),
    ],
  },
  {
    id: "results",
    when: isOf("DEVELOPMENT", "CONSULTING", "SERVICE"),
    fields: [
      choice("results.ownership", OWNERSHIPS),
      text("results.applicationRight", 500, { when: isOf("DEVELOPMENT") }),
      text("results.sharing", 500),
    ],
  },
  {
    id: "improvements",
    when: handsOver,
    fields: [choice("improvements.ownership", OWNERSHIPS), text("improvements.note", 500)],
  },
  {
    id: "confidentiality",
    fields: [text("confidentiality.scope", 1000), of("count", "confidentiality.years")],
  },
  {
    id: "liability",
    fields: [
      text("liability", 1000),
      choice("dispute.way", DISPUTE_WAYS),
      line("dispute.body", 120),
    ],
  },
  {
    id: "broker",
    fields: [
      of("broker", "broker.brokerId"),
      line("broker.name", 120),
      text("broker.services", 500),
      of("money", "broker.feeFen"),
      of("percent", "broker.feeBp"),
      choice("broker.payer", BROKER_PAYERS),
    ],
  },
  { id: "special", fields: [text("special", 4000)] },
];

export function isRows(entry: TermField | TermRows): entry is TermRows {
  return "columns" in entry;
}

/** @param categoryCode anything typed; a code that is none leaves the family open */
export function shapeOf(categoryCode: string | null, priceKind: string | null): TermShape {
  const isKnown = SUB_KINDS.some((code) => code === categoryCode);
  return {
    family: isKnown && categoryCode ? familyOf(categoryCode) : null,
    categoryCode: isKnown ? categoryCode : null,
    priceKind,
  };
}

/** The sections and fields that such a term sheet has. */
export function visibleTable(shape: TermShape): TermSection[] {
  return TERM_TABLE.filter((section) => section.when?.(shape) ?? true).map((section) => ({
    ...section,
    fields: section.fields.filter((field) => field.when?.(shape) ?? true),
  }));
}

/** Key of a field's texts: its path with underscores; a column's path follows its rows'. */
export function textKeyOf(path: string, column?: string): string {
  return (column ? `${path}.${column}` : path).replaceAll(".", "_");
}
