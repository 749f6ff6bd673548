import type { TFunction } from "i18next";
import { formatFen } from "~/domain/shared/money";
import type { PdfBlock } from "~/platform/pdf-blocks";
import type { LegalSource } from "./legal-source-rules";
import type { SelfCheck } from "./self-check-schema";
import type { SelfCheckView } from "./self-check-view";

/** What the reader of the paper is told besides the answers. */
export type SelfCheckReader = {
  locale: "zh-CN" | "en";
  t: TFunction<"registration">;
  /** Name of the category in the reader's language. */
  category: string;
};

const SUPPLIERS = ["SELLER", "BUYER", "BOTH", "OFFICE"] as const;

/** A self-check as pages: what was entered, what came out, and every check with its answer. */
export function selfCheckBlocks(
  view: SelfCheckView,
  form: Pick<SelfCheck, "total" | "technical" | "signedOn">,
  { locale, t, category }: SelfCheckReader,
): PdfBlock[] {
  const { on, rulesVersion: version } = view;
  const isChinese = locale === "zh-CN";
  const basisOf = ({ law, at }: LegalSource) =>
    at.length === 0
      ? t(`law.${law}`)
      : `${t(`law.${law}`)}${isChinese ? "" : " "}${t("law.articles", {
          at: at.join(isChinese ? "、" : ", "),
        })}`;
  const rowsOf = (entries: [string, string | null | undefined][]) =>
    entries.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  const money = (fen: bigint | null) => (fen === null ? null : formatFen(fen, locale));
  const missing = view.results.filter((one) => one.answer === "NOT_MET");
  const missingOf = (who: (typeof SUPPLIERS)[number]) =>
    missing.filter((one) => one.suppliedBy === who).map((one) => t(`check.${one.id}.need`));
  return [
    {
      kind: "title",
      text: t("selfCheck.paperTitle"),
      subtitle: t("selfCheck.version", { on, version }),
    },
    { kind: "note", heading: t("selfCheck.paperHeading"), text: t("selfCheck.paperText") },
    {
      kind: "keyValue",
      rows: rowsOf([
        [t("selfCheck.category"), category],
        [t("selfCheck.signedOn"), form.signedOn],
        [t("selfCheck.total"), money(form.total)],
        [t("selfCheck.technical"), money(form.technical)],
        [t("selfCheck.result"), t(`outcome.${view.outcome}`)],
        [t("selfCheck.completeness"), `${view.percent}%`],
        [
          t("selfCheck.refusalTitle"),
          view.refusals.map((code) => `${code} ${t(`refusal.${code}`)}`).join("\n"),
        ],
      ]),
    },
    { kind: "heading", text: t("selfCheck.missingTitle"), level: 2 },
    missing.length === 0
      ? { kind: "paragraph", text: t("selfCheck.nothingMissing") }
      : {
          kind: "keyValue",
          rows: SUPPLIERS.flatMap((who) => {
            const needs = missingOf(who);
            return needs.length > 0
              ? [{ label: t(`supplier.${who}`), value: needs.join("\n") }]
              : [];
          }),
        },
    { kind: "heading", text: t("selfCheck.everyCheck"), level: 2 },
    {
      kind: "table",
      small: true,
      columns: [
        { heading: t("selfCheck.column.check"), weight: 1 },
        { heading: t("selfCheck.column.title"), weight: 4 },
        { heading: t("selfCheck.column.answer"), weight: 2 },
        { heading: t("selfCheck.column.basis"), weight: 4 },
      ],
      rows: view.results.map((one) => [
        one.id,
        one.answer !== "MET" && one.reason
          ? `${t(`check.${one.id}.title`)}\n${t(`reason.${one.reason}`)}`
          : t(`check.${one.id}.title`),
        one.kind === "WARN" && one.answer !== "MET"
          ? `${t(`answerGroup.${one.answer}`)} (${t("selfCheck.warning")})`
          : t(`answerGroup.${one.answer}`),
        one.sources.map(basisOf).join("\n"),
      ]),
    },
    {
      kind: "paragraph",
      small: true,
      text: t("selfCheck.notApplicable", { ids: view.notApplicable.join(" ") }),
    },
    { kind: "paragraph", small: true, text: t("law.note") },
  ];
}
