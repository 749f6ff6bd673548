import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import { formatDateTime } from "~/components/ui/date-time";
import type { Tone } from "~/components/ui/tone";
import type { BrokeragePair } from "~/domain/matching/brokerage-view";
import { judgeHref } from "~/domain/matching/judgement-schema";
import { useOwnerText } from "./use-owner-text";

const GROUP_TONE: Record<BrokeragePair["group"], Tone> = {
  MUTUAL: "success",
  INTERESTED: "accent",
  UNTRIED: "info",
  TRIED: "neutral",
  UNDERWAY: "brand",
  DECLINED: "neutral",
};

function Title({ pair, kind }: { pair: BrokeragePair; kind: "need" | "achievement" }) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  const side = pair[kind];
  return (
    <div>
      <p className="text-xs font-medium text-brand-700">{t(kind)}</p>
      <Link className="font-medium text-ink wrap-anywhere hover:text-brand-700" to={side.href}>
        {side.title}
      </Link>
      <p className="text-sm text-muted">{ownerText(side.owner)}</p>
    </div>
  );
}

/** Both listings of a pair. */
export function PairTitles({ pair }: { pair: BrokeragePair }) {
  return (
    <div className="grid gap-2">
      <Title pair={pair} kind="need" />
      <Title pair={pair} kind="achievement" />
    </div>
  );
}

/** What has been tried with a pair: showings, answers, introductions. */
export function PairTried({ pair }: { pair: BrokeragePair }) {
  const { t } = useTranslation("matching");
  const sides = ["need", "achievement"] as const;
  return (
    <div className="grid gap-1 text-sm">
      <p>
        <StatusBadge tone={GROUP_TONE[pair.group]}>
          {t(`brokerage.group.${pair.group}`)}
        </StatusBadge>
      </p>
      <ul className="grid gap-0.5">
        <li className="text-muted">
          {pair.shownCount > 0
            ? t("brokerage.shown", { count: pair.shownCount })
            : t("brokerage.shownNever")}
        </li>
        {sides.map((kind) => {
          const { answer, reasons } = pair[kind];
          const side = t(`explain.sides.${kind}`);
          return (
            <li key={kind}>
              {t("brokerage.answer", {
                side,
                answer: answer ? t(`brokerage.answers.${answer}`) : t("brokerage.noAnswer"),
              })}
              {reasons && (
                <span className="flex flex-wrap items-center gap-1 text-xs text-muted">
                  {t("brokerage.reasons", { side })}
                  {reasons.map(({ code, count }) => (
                    <Badge key={code}>{`${t(`declineCodes.${code}`)} ${count}`}</Badge>
                  ))}
                </span>
              )}
            </li>
          );
        })}
        {pair.introductions.map(({ state, at }) => (
          <li key={`${state} ${at}`}>
            {t("brokerage.introduction", {
              state: t(`states.${state}`),
              date: formatDateTime(at, "date"),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the ranker estimates, in words, and the fit of the terms apart from it. */
export function PairWorth({ pair, canJudge }: { pair: BrokeragePair; canJudge: boolean }) {
  const { t } = useTranslation("matching");
  const titles = `${pair.need.title} – ${pair.achievement.title}`;
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium text-ink">{t(`brokerage.related.${pair.related}`)}</p>
      <p>{t("brokerage.fitPercent", { percent: Math.round(pair.fit * 100) })}</p>
      <p className="text-xs text-muted">{t("brokerage.estimate")}</p>
      <p className="flex flex-wrap gap-x-3">
        <Link className="link" to={pair.href} aria-label={`${t("explain.open")}: ${titles}`}>
          {t("explain.open")}
        </Link>
        {canJudge && (
          <Link
            className="link"
            to={judgeHref(pair)}
            aria-label={`${t("brokerage.judge")}: ${titles}`}
          >
            {t("brokerage.judge")}
          </Link>
        )}
      </p>
    </div>
  );
}
