import { useTranslation } from "react-i18next";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { DiffText } from "~/components/ui/diff-text";
import type { AmendmentView } from "~/domain/tenders/tender-view";
import { useYuan } from "./use-tender-text";

/** 澄清与修改, newest first, with what changed. */
export function AmendmentList({ amendments }: { amendments: readonly AmendmentView[] }) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  if (amendments.length === 0) return <p className="text-muted">{t("amendments.none")}</p>;
  return (
    <ol className="space-y-5">
      {amendments.map((one) => (
        <li key={one.number}>
          <p className="font-medium text-ink">
            {t("amendments.item", { number: one.number })}{" "}
            <span className="text-sm text-muted">
              <DateTime value={one.at} format="datetime" />
            </span>
          </p>
          <p className="prose-text whitespace-pre-line">{one.text}</p>
          {one.bidsDueAt && (
            <p className="mt-1">
              {t("amendments.due", { date: formatDateTime(one.bidsDueAt, "datetime") })}
            </p>
          )}
          {one.changes.map((change) => (
            <div key={change.field} className="mt-2 rounded-md bg-sunken p-3">
              <p className="text-sm text-muted">{t(`amendments.fields.${change.field}`)}</p>
              {change.field === "budgetFen" ? (
                <DiffText
                  before={change.before ? yuan(change.before) : ""}
                  after={yuan(change.after)}
                />
              ) : (
                <DiffText before={change.before} after={change.after} />
              )}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
