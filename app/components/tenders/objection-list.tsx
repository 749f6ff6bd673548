import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { DateTime } from "~/components/ui/date-time";
import type { ObjectionView } from "~/domain/tenders/tender-view";

/** Objections with their results; in public the words only stand beside a result. */
export function TenderObjectionList({ objections }: { objections: readonly ObjectionView[] }) {
  const { t } = useTranslation("tenders");
  if (objections.length === 0) return <p className="text-muted">{t("objections.none")}</p>;
  return (
    <ol className="space-y-4">
      {objections.map((one) => (
        <li key={one.id}>
          <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
            {t("objections.item", { number: one.number })}
            <Badge tone={one.outcome === "UPHELD" ? "danger" : one.outcome ? "neutral" : "warning"}>
              {t(`objections.${one.outcome ?? "waiting"}`)}
            </Badge>
            <span className="text-sm font-normal text-muted">
              <DateTime value={one.at} format="datetime" />
            </span>
          </p>
          {one.organisation && <p className="text-sm text-muted">{one.organisation}</p>}
          {one.text && <p className="prose-text whitespace-pre-line">{one.text}</p>}
          {one.outcome && (
            <p className="mt-1">
              {t("objections.result")}：{one.result}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
