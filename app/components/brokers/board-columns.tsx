import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import type { BoardCard } from "~/domain/brokers/board-rules";
import type { MandateState } from "~/domain/brokers/mandate-procedure";
import { useAmount } from "./use-amount";

type Column = "leads" | "introductions" | "deals" | "fees";
const HINTS = {
  leads: "leadsHint",
  introductions: "introductionsHint",
  deals: "dealsHint",
  fees: "feesHint",
} as const;

const ALL: Record<Column, string> = {
  leads: "/desk/mandates",
  introductions: "/desk/broker/introductions?list=open",
  deals: "/desk/deals",
  fees: "/desk/mandates?list=contract",
};

/** One column of the board: what stands where, and what is next. */
export function BoardColumn({
  column,
  cards,
  total,
  note,
}: {
  column: Column;
  cards: readonly BoardCard[];
  total: number;
  note?: string | undefined;
}) {
  const { t } = useTranslation("brokers");
  return (
    <Card
      title={`${t(`board.${column}`)} · ${total}`}
      actions={
        total > cards.length && (
          <Link className="link text-sm" to={ALL[column]}>
            {t("board.all", { count: total })}
          </Link>
        )
      }
    >
      <p className="mb-2 text-sm text-muted">
        {t(`board.${HINTS[column]}`)}
        {note && <span className="ml-2 font-medium text-ink">{note}</span>}
      </p>
      {cards.length === 0 ? (
        <p className="text-faint">{t("board.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {cards.map((card) => (
            <li key={card.id} className="py-2.5">
              <BoardEntry column={column} card={card} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function BoardEntry({ column, card }: { column: Column; card: BoardCard }) {
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  const state =
    column === "introductions"
      ? t(`recordStates.${card.state as "CONFIRMED_0"}`)
      : column === "deals"
        ? t(`dealStates.${card.state as "OPEN"}`)
        : t(`mandateStates.${card.state as MandateState}`);
  return (
    <div className="space-y-1">
      <p>
        <Link className="link font-medium" to={card.href}>
          {card.title}
        </Link>
      </p>
      {card.with && <p className="text-sm text-muted">{card.with}</p>}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone="neutral">{state}</Badge>
        {card.amountFen && <span className="tabular">{amount(card.amountFen)}</span>}
        {card.dueAt && (
          <span className="text-muted">
            {t("board.dueOn")} <DateTime value={lastDay(card.dueAt)} />
          </span>
        )}
      </p>
      <p className="text-sm text-ink">
        <span className="text-muted">{t("board.next")}：</span>
        {t(`next.${card.next}`)}
      </p>
    </div>
  );
}

/** A clock ends at 24:00 of its last day, which is the first instant of the next. */
export function lastDay(dueAt: string): Date {
  return new Date(Date.parse(dueAt) - 1);
}
