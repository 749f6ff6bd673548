import type { TFunction } from "i18next";
import { formatFen } from "~/domain/shared/money";
import type { PdfBlock } from "~/platform/pdf-blocks";
import { FOLLOW_UP_COLUMNS, figureText, reportSections } from "./report-table-rules";
import type { ReportFigures } from "./report-view";

export type ReportWords = {
  locale: "zh-CN" | "en";
  t: TFunction<"leads">;
  /** Name of a technology field by its code. */
  fieldName: (code: string) => string;
};

/** Days and place of what is reported, as one line. */
export function scopeLine({ scope }: ReportFigures, { t }: ReportWords): string {
  const dates = scope.from === scope.to ? (scope.from ?? "") : `${scope.from} – ${scope.to}`;
  const events = scope.kind === "SERIES" ? t("report.eventsCount", { count: scope.events }) : "";
  return [scope.organiser, dates, events].filter(Boolean).join("　");
}

/** The chart of fields and that of the way from wish to meeting, as bars. */
function charts(figures: ReportFigures, words: ReportWords): PdfBlock[] {
  const { t } = words;
  const { pitches, meetings, outcomes } = figures;
  const steps = [
    ["presented", pitches.presented],
    ["wished", meetings.wished],
    ["planned", meetings.planned],
    ["held", meetings.held],
    ["intentions", outcomes.intentions],
    ["contracts", outcomes.contracts],
    ["registrations", outcomes.registrations],
  ] as const;
  const fields = pitches.fields.slice(0, 12);
  return [
    {
      kind: "together",
      blocks: [
        { kind: "heading", text: t("report.chain"), level: 2 },
        {
          kind: "bars",
          rows: steps.map(([key, value]) => ({
            label: t(`report.steps.${key}`),
            values: [value],
            text: String(value),
          })),
        },
      ],
    },
    ...(fields.length > 0
      ? ([
          {
            kind: "together",
            blocks: [
              { kind: "heading", text: t("report.fields"), level: 2 },
              {
                kind: "bars",
                series: [t("report.rows.pitches.supply"), t("report.rows.pitches.demand")],
                rows: fields.map((one) => ({
                  label: one.code === "" ? t("report.noField") : words.fieldName(one.code),
                  values: [one.supply, one.demand],
                  text: `${one.supply} + ${one.demand}`,
                })),
              },
            ],
          },
        ] satisfies PdfBlock[])
      : []),
  ];
}

/** A report as a paper: what it counts, charts, figures by section, rounds of follow-up. */
export function reportBlocks(
  figures: ReportFigures,
  frozen: { version: number; hash: string } | null,
  words: ReportWords,
): PdfBlock[] {
  const { t, locale } = words;
  const sections = reportSections(figures).map(
    ({ key, rows }): PdfBlock => ({
      kind: "together",
      blocks: [
        { kind: "heading", text: t(`report.sections.${key as "people"}`), level: 2 },
        {
          kind: "table",
          columns: [
            { heading: t("report.figure"), weight: 3 },
            { heading: t("report.value"), weight: 2, align: "right" },
          ],
          rows: rows.map((row) => [
            t(`report.rows.${row.key}` as "report.rows.people.firms"),
            figureText(row, locale, t("report.nothing")),
          ]),
        },
      ],
    }),
  );
  const followUps: PdfBlock[] =
    figures.followUps.length === 0
      ? []
      : [
          {
            kind: "together",
            blocks: [
              { kind: "heading", text: t("report.sections.followUps"), level: 2 },
              {
                kind: "table",
                columns: [...FOLLOW_UP_COLUMNS, "statedFen" as const].map((name) => ({
                  heading: t(`report.rows.followUps.${name}`),
                  weight: name === "statedFen" ? 2 : 1,
                  align: "right" as const,
                })),
                rows: figures.followUps.map((one) => [
                  ...FOLLOW_UP_COLUMNS.map((name) => String(one[name])),
                  formatFen(BigInt(one.statedFen), locale),
                ]),
                small: true,
              },
            ],
          },
        ];
  return [
    { kind: "title", text: figures.scope.title, subtitle: t("report.paperTitle") },
    { kind: "paragraph", text: scopeLine(figures, words), align: "centre" },
    { kind: "note", text: t("report.basis") },
    ...charts(figures, words),
    ...sections,
    ...followUps,
    ...(frozen
      ? ([
          { kind: "rule" },
          {
            kind: "paragraph",
            text: t("report.hashLine", { version: frozen.version, hash: frozen.hash }),
            small: true,
            align: "left",
          },
        ] satisfies PdfBlock[])
      : []),
  ];
}
