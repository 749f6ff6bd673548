import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { JUDGEMENTS_PATH, type PairToJudge } from "~/domain/matching/judgement-schema";
import { JudgeCard } from "./judge-card";

type JudgeListProps = { pairs: PairToJudge[]; total: number; page: number; size: number };

/** A page of pairs to judge. */
export function JudgeList({ pairs, total, page, size }: JudgeListProps) {
  const { t } = useTranslation("quality");
  const list = useRef<HTMLOListElement>(null);
  const place = useRef(0);
  const keys = pairs.map((pair) => `${pair.need.id}:${pair.achievement.id}`);
  const shown = keys.join(" ");
  const before = useRef(shown);
  // A judged pair leaves the list: the keyboard goes on with the one that took its place.
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement !== document.body) return;
    const cards = list.current?.children ?? [];
    const card = cards[Math.min(place.current, cards.length - 1)];
    card?.querySelector<HTMLButtonElement>("button[name=level]")?.focus();
  }, [shown]);
  if (pairs.length === 0 && page === 1) {
    return (
      <EmptyState icon="check" title={t("judge.emptyTitle")}>
        {t("judge.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="max-w-3xl text-sm text-muted">
        {t("judge.why")} {t("judge.keys")}
      </p>
      <ol ref={list} className="space-y-5">
        {pairs.map((pair, index) => (
          <li
            key={keys[index]}
            onFocus={() => {
              place.current = index;
            }}
          >
            <JudgeCard
              pair={pair}
              number={(page - 1) * size + index + 1}
              returnTo={page > 1 ? `${JUDGEMENTS_PATH}?page=${page}` : JUDGEMENTS_PATH}
            />
          </li>
        ))}
      </ol>
      <JudgementPages total={total} page={page} size={size} query="" />
    </>
  );
}

type JudgementPagesProps = { total: number; page: number; size: number; query: string };

export function JudgementPages({ total, page, size, query }: JudgementPagesProps) {
  const { t } = useTranslation("quality");
  if (total <= size && page === 1) return null;
  const to = (number: number) => `${JUDGEMENTS_PATH}?${query}page=${number}`;
  const last = Math.min(page * size, total);
  return (
    <Pagination
      previousTo={page > 1 ? to(page - 1) : null}
      nextTo={page * size < total ? to(page + 1) : null}
      summary={t("judge.summary", { from: Math.min((page - 1) * size + 1, last), to: last, total })}
    />
  );
}
