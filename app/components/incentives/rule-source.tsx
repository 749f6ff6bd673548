import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { PolicyRow } from "~/domain/incentives/policy-parameter-rules";
import { confidenceOf, isUnread, sourceParts } from "~/domain/incentives/rule-source-rules";

/** One dated rule: what it is, since when, from where, and how sure that is. */
export function RuleSource({ rule }: { rule: PolicyRow }) {
  const { t } = useTranslation("incentives");
  const level = confidenceOf([rule]);
  const valid =
    rule.validTo === null
      ? t("result.valid", { from: rule.validFrom })
      : t("result.validUntil", { from: rule.validFrom, to: rule.validTo });
  return (
    <li className="space-y-0.5 border-b border-line/70 py-2 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span lang="zh-CN" className="text-ink">
          {rule.title}
        </span>
        <ConfidenceBadge level={level} />
        {isUnread(rule.source) && <Badge tone="warning">{t("result.unread")}</Badge>}
      </p>
      <p className="text-sm text-muted">
        {valid} · {t("result.source")}{" "}
        <span lang="zh-CN" className="break-words">
          {sourceParts(rule.source).map((part) =>
            part.isLink ? (
              <a key={part.text} href={part.text} rel="noreferrer" className="link break-all">
                {part.text}
              </a>
            ) : (
              <span key={part.text}>{part.text}</span>
            ),
          )}
        </span>
      </p>
    </li>
  );
}

const TONES = { high: "success", medium: "warning", low: "danger" } as const;

export function ConfidenceBadge({ level }: { level: "high" | "medium" | "low" }) {
  const { t } = useTranslation("incentives");
  return <Badge tone={TONES[level]}>{t(`confidence.${level}`)}</Badge>;
}
