import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "~/components/ui/disclosure";
import type { HintView } from "~/domain/matching/match-view-schema";
import { formatFen } from "~/domain/shared/money";
import type { matching } from "~/i18n/zh-CN/matching";

type HintKey = keyof typeof matching.explain.hints;

/** Hints shown at once; the rest are behind a disclosure. */
const SHOWN = 5;

function HintItems({ hints }: { hints: readonly HintView[] }) {
  const { t, i18n } = useTranslation("matching");
  const money = (fen: number | undefined) => formatFen(BigInt(fen ?? 0), i18n.language);
  return (
    <ul className="grid gap-1">
      {hints.map((hint) => (
        <li key={`${hint.code} ${hint.side}`} className="flex flex-wrap gap-x-2">
          <span>
            {t(`explain.hints.${hint.code}_${hint.side}` as `explain.hints.${HintKey}`, {
              ...hint.figures,
              asked: money(hint.figures.askedFen),
              budget: money(hint.figures.budgetFen),
            })}
          </span>
          {hint.href && (
            <Link className="link" to={hint.href}>
              {t("explain.hintAdd")}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function HintGroup({ title, hints }: { title: string; hints: readonly HintView[] }) {
  const { t } = useTranslation("matching");
  if (hints.length === 0) return null;
  const rest = hints.slice(SHOWN);
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium text-ink">{title}</p>
      <HintItems hints={hints.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Disclosure summary={t("explain.hintsMore", { count: rest.length })}>
          <HintItems hints={rest} />
        </Disclosure>
      )}
    </div>
  );
}

/** What would change the result: for the owner what to add, for everybody else what to ask. */
export function HintList({ hints }: { hints: readonly HintView[] }) {
  const { t } = useTranslation("matching");
  const own = hints.filter((hint) => hint.isOwn);
  const others = hints.filter((hint) => !hint.isOwn);
  if (hints.length === 0) return null;
  return (
    <div className="grid gap-3">
      <HintGroup title={t("explain.hintsOwn")} hints={own} />
      <HintGroup
        title={own.length > 0 ? t("explain.hintsAsk") : t("explain.hintsOpen")}
        hints={others}
      />
    </div>
  );
}
