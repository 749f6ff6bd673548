import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { isRows, shapeOf, TERM_TABLE, visibleTable } from "~/domain/deals/terms-fields-rules";
import { rowsAt, valueAt } from "~/domain/deals/terms-form-rules";
import type { TermLabels } from "~/domain/deals/terms-view";
import { useTermText } from "./use-term-text";

type Line = { key: string; label: string; before: string[]; after: string[] };

/** Two versions beside each other, every field in its place; what differs is marked. */
export function TermsComparison({
  before,
  after,
  labels,
  onlyChanges,
}: {
  before: { number: number; content: TermSheetContent };
  after: { number: number; content: TermSheetContent };
  labels: TermLabels;
  onlyChanges: boolean;
}) {
  const { t } = useTranslation("terms");
  const text = useTermText(labels);
  const shown = new Set(
    [before, after].flatMap(({ content }) =>
      visibleTable(shapeOf(content.categoryCode, content.price.kind)).flatMap((section) =>
        section.fields.map((field) => field.path),
      ),
    ),
  );
  const sections = TERM_TABLE.map((section) => {
    const lines = section.fields
      .filter((entry) => shown.has(entry.path))
      .map((entry): Line => {
        const show = (content: TermSheetContent) =>
          isRows(entry)
            ? rowsAt(content, entry.path).map((row) =>
                entry.columns
                  .map((column) => text.value(column, row[column.path], entry.path))
                  .filter((value) => value !== "")
                  .join(" · "),
              )
            : [text.value(entry, valueAt(content, entry.path))].filter((value) => value !== "");
        return {
          key: entry.path,
          label: text.label(entry.path),
          before: show(before.content),
          after: show(after.content),
        };
      })
      .filter((line) => line.before.length + line.after.length > 0)
      .filter((line) => !onlyChanges || line.before.join("\n") !== line.after.join("\n"));
    return { id: section.id, lines };
  }).filter((section) => section.lines.length > 0);
  if (sections.length === 0) return <p className="text-muted">{t("page.noChanges")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard
    <section className="overflow-x-auto" aria-label={t("page.compare")} tabIndex={0}>
      <table className="w-full min-w-[40rem] table-fixed border-collapse text-sm">
        <caption className="sr-only">
          {t("page.compareTitle", { before: before.number, after: after.number })}
        </caption>
        <thead className="border-b border-line bg-canvas text-left text-muted">
          <tr>
            <th scope="col" className="w-40 px-4 py-2 font-medium">
              {t("page.what")}
            </th>
            {[before, after].map((one) => (
              <th key={one.number} scope="col" className="px-4 py-2 font-medium">
                {t("page.version", { number: one.number })}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id} className="divide-y divide-line border-b border-line">
            <tr>
              <th scope="colgroup" colSpan={3} className="bg-sunken px-4 py-1.5 text-left text-ink">
                {t(`section.${section.id}`)}
              </th>
            </tr>
            {section.lines.map((line) => {
              const differs = line.before.join("\n") !== line.after.join("\n");
              return (
                <tr key={line.key} className={cx(differs && "bg-warning-50")}>
                  <th scope="row" className="px-4 py-2 text-left align-top font-medium">
                    {line.label}
                  </th>
                  <ComparedCell values={line.before} />
                  <ComparedCell values={line.after} />
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function ComparedCell({ values }: { values: readonly string[] }) {
  const { t } = useTranslation("terms");
  return (
    <td className="px-4 py-2 align-top break-words whitespace-pre-wrap">
      {values.length === 0 ? (
        <span className="text-faint">{t("value.none")}</span>
      ) : (
        values.map((value, index) => (
          // Rows of a table have no identity beside their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed
          <p key={index}>{value}</p>
        ))
      )}
    </td>
  );
}
