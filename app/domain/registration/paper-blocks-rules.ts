import type { PdfBlock } from "~/platform/pdf-blocks";
import {
  amountRows,
  certificateBlocks,
  closingBlocks,
  contractRows,
  type PaperCode,
} from "./certificate-blocks-rules";
import { formLabel } from "./export-label-rules";
import type { PaperFacts } from "./paper-facts-schema";
import type { PaperKind } from "./paper-kind-rules";
import type { PaperTexts } from "./paper-texts";
import type { CheckId } from "./recognition-checks/check-ids-rules";

type Writer = (facts: PaperFacts, texts: PaperTexts) => readonly PdfBlock[];

function remarks(facts: PaperFacts, { t }: PaperTexts): PdfBlock[] {
  if (facts.note === "") return [];
  return [
    { kind: "heading", level: 3, text: t("paper.noteTitle") },
    { kind: "paragraph", indent: true, text: facts.note },
  ];
}

const contract = (facts: PaperFacts, texts: PaperTexts): PdfBlock => ({
  kind: "keyValue",
  rows: [
    ...contractRows(facts, texts),
    ...amountRows(facts, texts),
    { label: texts.t("field.decidedOnOther"), value: facts.decidedOn },
  ],
});

const refusal: Writer = (facts, texts) => {
  const { t, rules } = texts;
  const { project, objectionDays: days } = facts;
  return [
    { kind: "paragraph", text: t("paper.to", { name: facts.seller }) },
    { kind: "paragraph", indent: true, text: t("paper.refusal", { project }) },
    { kind: "heading", level: 3, text: t("paper.refusalReasons") },
    {
      kind: "list",
      items: facts.refusalCodes.map((code) => ({ label: code, text: rules(`refusal.${code}`) })),
    },
    ...remarks(facts, texts),
    contract(facts, texts),
    { kind: "heading", level: 3, text: t("paper.rights") },
    { kind: "paragraph", indent: true, text: t("paper.rightsRefusal", { days }) },
  ];
};

const change: Writer = (facts, texts) => {
  const { t } = texts;
  return [
    { kind: "paragraph", text: t("paper.to", { name: facts.seller }) },
    { kind: "paragraph", indent: true, text: t("paper.change", { version: facts.version }) },
    contract(facts, texts),
    { kind: "heading", level: 3, text: t("paper.changesTitle") },
    {
      kind: "table",
      columns: [
        { heading: t("paper.changeField"), weight: 2 },
        { heading: t("paper.changeBefore"), weight: 3 },
        { heading: t("paper.changeAfter"), weight: 3 },
      ],
      rows: facts.changes.map((one) => [
        formLabel(one.field, texts),
        one.before || "—",
        one.after || "—",
      ]),
      empty: t("paper.noChanges"),
    },
    ...remarks(facts, texts),
    { kind: "paragraph", small: true, text: t("paper.changeNote") },
  ];
};

const ending =
  (text: "cancellation" | "revocation"): Writer =>
  (facts, texts) => {
    const { t } = texts;
    const { decidedOn: date, objectionDays: days } = facts;
    return [
      { kind: "paragraph", text: t("paper.to", { name: facts.seller }) },
      { kind: "paragraph", indent: true, text: t(`paper.${text}`, { date }) },
      contract(facts, texts),
      ...remarks(facts, texts),
      { kind: "heading", level: 3, text: t("paper.rights") },
      { kind: "paragraph", indent: true, text: t("paper.rightsEnd", { days }) },
    ];
  };

/** Each check with what it looks at and, where `withNeed`, what is needed. */
function checkList(ids: readonly CheckId[], withNeed: boolean, { t, rules }: PaperTexts): PdfBlock {
  if (ids.length === 0) return { kind: "paragraph", text: t("paper.none") };
  return {
    kind: "list",
    items: ids.map((id) => {
      const title = rules(`check.${id}.title`);
      const text = withNeed
        ? t("paper.checkNeed", { title, need: rules(`check.${id}.need`) })
        : title;
      return { label: id, text };
    }),
  };
}

const opinion: Writer = (facts, texts) => {
  const { t } = texts;
  const none: NonNullable<PaperFacts["opinion"]> = {
    completenessBp: 0,
    met: [],
    notMet: [],
    personDecides: [],
  };
  const { completenessBp, met, notMet, personDecides } = facts.opinion ?? none;
  const params = { issuer: facts.issuer, addressee: facts.addressee || t("paper.opinionOffice") };
  const amounts = amountRows({ ...facts, approvedIncomeFen: null }, texts);
  const percent = `${Math.floor(completenessBp / 100)}%`;
  return [
    {
      kind: "note",
      heading: t("paper.opinionWarning"),
      text: facts.isIssuerOffice
        ? t("paper.opinionIssuerOffice", params)
        : t("paper.opinionIssuer", params),
    },
    { kind: "paragraph", indent: true, text: t("paper.opinion") },
    {
      kind: "keyValue",
      rows: [...contractRows(facts, texts), { label: t("field.completeness"), value: percent }],
    },
    ...(amounts.length > 0
      ? ([
          { kind: "heading", level: 3, text: t("paper.opinionAmounts") },
          { kind: "keyValue", rows: amounts },
        ] as const)
      : []),
    { kind: "heading", level: 3, text: t("paper.opinionNotMet", { number: notMet.length }) },
    checkList(notMet, true, texts),
    { kind: "heading", level: 3, text: t("paper.opinionPerson", { number: personDecides.length }) },
    checkList(personDecides, false, texts),
    { kind: "heading", level: 3, text: t("paper.opinionMet", { number: met.length }) },
    { kind: "paragraph", small: true, text: met.join(" ") || t("paper.none") },
    ...remarks(facts, texts),
  ];
};

const writers: Record<Exclude<PaperKind, "CERTIFICATE">, Writer> = {
  REFUSAL_NOTICE: refusal,
  CHANGE_NOTICE: change,
  CANCELLATION_NOTICE: ending("cancellation"),
  REVOCATION_NOTICE: ending("revocation"),
  PRECHECK_OPINION: opinion,
};

/** The pages of a paper. An opinion says in title and text that it is no certificate. */
export function paperBlocks(
  facts: PaperFacts,
  code: PaperCode,
  texts: PaperTexts,
): readonly PdfBlock[] {
  if (facts.kind === "CERTIFICATE") return certificateBlocks(facts, code, texts);
  const { t } = texts;
  const { number } = facts;
  const subtitle =
    facts.versions.length > 0
      ? t("paper.subtitleNumber", { number })
      : t("paper.subtitleCase", { number });
  return [
    { kind: "title", text: t(`kind.${facts.kind}`), subtitle },
    ...writers[facts.kind](facts, texts),
    ...closingBlocks(facts, code, texts),
  ];
}
