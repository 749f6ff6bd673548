import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import type { ClashSentence, PlanFindings } from "~/domain/roadshows/timetable/findings-view";
import { useErrorText } from "~/i18n/use-error-text";

const at = (instant: string) => formatDateTime(instant, "datetime");

/** What the solver found: what has no place and why, what moved, what cannot hold together. */
export function FindingsPanel({ findings }: { findings: PlanFindings }) {
  const { t } = useTranslation("timetable");
  const errorText = useErrorText();
  const { missing, moved, judges, clash, fault } = findings;
  const count = missing.length + moved.length + judges.length + clash.length;
  if (count === 0 && !fault) return null;
  return (
    <div className="space-y-5">
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      {clash.length > 0 && <ClashAlert clash={clash} />}
      {missing.length > 0 && (
        <Card title={t("findings.missing")}>
          <ul className="space-y-2 text-sm">
            {missing.map(({ subject, title, isRequired, reason }) => (
              <li key={subject} className="flex flex-wrap items-start gap-2">
                <Badge tone={isRequired ? "danger" : "neutral"}>
                  {t(isRequired ? "findings.required" : "findings.wish")}
                </Badge>
                <span className="font-medium">{title}</span>
                <span className="text-muted">{t(`findings.reasons.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {moved.length > 0 && (
        <Card title={t("findings.moved")}>
          <ul className="space-y-2 text-sm">
            {moved.map(({ subject, title, from, to }) => (
              <li key={subject}>
                <span className="font-medium">{title}</span>
                <span className="tabular block text-muted">
                  {at(from.startsAt)} {from.placeName} →{" "}
                  {to ? `${at(to.startsAt)} ${to.placeName}` : t("findings.gone")}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {judges.length > 0 && (
        <Card title={t("findings.judges")}>
          <ul className="space-y-2 text-sm">
            {judges.map(({ subject, title, left, joined }) => (
              <li key={subject}>
                <span className="font-medium">{title}</span>
                <span className="block text-muted">
                  {t("findings.judgesChange", {
                    left: left.filter(Boolean).join("、") || "—",
                    joined: joined.filter(Boolean).join("、") || "—",
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function ClashAlert({ clash }: { clash: readonly ClashSentence[] }) {
  const { t } = useTranslation("timetable");
  const sentence = (fact: ClashSentence): string => {
    switch (fact.kind) {
      case "PRESENCE":
        return t("findings.facts.PRESENCE", {
          person: fact.person,
          from: at(fact.from),
          to: at(fact.to),
        });
      case "PLACE":
        return fact.from && fact.to
          ? t("findings.facts.PLACE_SPAN", {
              place: fact.place,
              from: at(fact.from),
              to: at(fact.to),
            })
          : t("findings.facts.PLACE", { place: fact.place });
      case "ORDER":
        return t("findings.facts.ORDER", { first: fact.first, second: fact.second });
      default:
        return t(`findings.facts.${fact.kind}`, { activity: fact.activity });
    }
  };
  return (
    <Alert tone="danger" title={t("findings.clash")}>
      <ul className="list-disc space-y-1 pl-5">
        {[...new Set(clash.map(sentence))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
