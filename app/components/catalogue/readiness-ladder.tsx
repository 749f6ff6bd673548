import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import type { DetailNames } from "~/domain/catalogue/detail-view";

type LadderProps = {
  levels: DetailNames["trlLevels"];
  declared: number | null;
  evidence: { level: number; evidence: string }[];
  verifiedLevels: number[];
  verified: number | null;
  isEvidenceHidden: boolean;
};

/** The nine levels with what is declared, evidenced and verified; shape and words, not colour alone. */
export function ReadinessLadder(props: LadderProps) {
  const { t } = useTranslation("catalogue");
  const { levels, declared, evidence, verifiedLevels, verified, isEvidenceHidden } = props;
  const texts = new Map(evidence.map((one) => [one.level, one.evidence]));
  const statusOf = (level: number) => {
    if (verifiedLevels.includes(level) || level <= (verified ?? 0)) return "levelVerified" as const;
    if (texts.has(level)) return "levelDeclared" as const;
    if (level <= (declared ?? 0)) return isEvidenceHidden ? null : ("levelClaimed" as const);
    return "levelNone" as const;
  };
  return (
    <ol aria-label={t("detail.trlLadder")}>
      {levels.map(({ level, name, meaning }) => {
        const status = statusOf(level);
        const isReached = level <= (declared ?? 0);
        return (
          <li
            key={level}
            className={cx(
              "grid grid-cols-[2.25rem_minmax(0,1fr)] gap-3 border-b border-line/70 py-2 last:border-b-0",
              !isReached && "text-muted",
            )}
            aria-current={level === declared ? "step" : undefined}
          >
            <span
              className={cx(
                "tabular flex size-8 items-center justify-center rounded-md border text-sm font-semibold",
                status === "levelVerified"
                  ? "border-success-600 bg-success-600 text-white"
                  : isReached
                    ? "border-brand-600 bg-brand-50 text-brand-700"
                    : "border-line bg-surface text-muted",
              )}
            >
              {level}
            </span>
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className={cx("font-medium", isReached && "text-ink")}>{name}</span>
                {status && (
                  <span className="inline-flex items-center gap-1 text-sm">
                    {status === "levelVerified" && <Icon name="shield" size={14} />}
                    {t(`detail.${status}`)}
                  </span>
                )}
              </p>
              <p className="text-sm text-muted">{meaning}</p>
              {texts.has(level) && (
                <p className="mt-1 text-sm whitespace-pre-line text-body">{texts.get(level)}</p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
