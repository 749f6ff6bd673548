import { useTranslation } from "react-i18next";
import { Icon } from "~/components/ui/icon";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { RoomLink } from "~/domain/roadshows/day/audience-view";
import type { StageView } from "~/domain/roadshows/day/stage-view";
import { useEntryText } from "./entry-text";
import { RoomAnchor } from "./room-links";
import { StageTimer } from "./stage-timer";
import { useLiveStage, useTick } from "./use-live-stage";

/** The screen of a hall, read from its back row: who speaks, the time left, who is next. */
export function StageScreen({ view, room }: { view: StageView; room: RoomLink | null }) {
  const { t } = useTranslation("stage");
  const text = useEntryText();
  const { board, link, now } = useLiveStage(view);
  const isHydrated = useHydrated();
  const isCounting = board.phase === "TALK" || board.phase === "QA";
  const time = useTick(now, view.now, isCounting);
  const { entry, next, question } = board;
  return (
    <main className="flex min-h-dvh flex-col gap-[2vh] bg-brand-950 px-[4vw] py-[3vh] text-white">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 text-[clamp(1rem,1.8vw,2rem)]">
        <p className="font-medium text-white">{board.placeName}</p>
        <p className="text-brand-100">{view.title}</p>
      </header>
      {board.isClosed && (
        <p className="rounded-lg bg-danger-50 px-6 py-3 text-[clamp(1.25rem,2.4vw,2.75rem)] text-danger-700">
          {t("closed")}
        </p>
      )}
      {!board.isClosed && board.delayMinutes > 0 && (
        <p className="flex items-center gap-3 rounded-lg bg-warning-50 px-6 py-2 text-[clamp(1.1rem,2vw,2.25rem)] text-warning-700">
          <Icon name="clock" size={32} />
          {t("late", { minutes: board.delayMinutes })}
        </p>
      )}
      <section aria-live="polite" className="min-w-0">
        <h1 className="text-[clamp(1.75rem,min(4.6vw,8vh),5.25rem)] leading-tight font-semibold text-white [overflow-wrap:anywhere]">
          {entry ? text.name(entry) : board.phase === "OVER" ? t("phase.OVER") : view.title}
        </h1>
        {entry && (
          <p className="mt-2 text-[clamp(1.1rem,2.4vw,2.75rem)] text-brand-100">
            {text.who(entry)}
          </p>
        )}
      </section>
      {question ? (
        <div className="grid flex-1 items-center gap-x-[4vw] gap-y-6 lg:grid-cols-[3fr_2fr]">
          <figure className="min-w-0 rounded-xl bg-white px-[2.5vw] py-[3vh] text-ink">
            <figcaption className="text-[clamp(1rem,1.6vw,1.75rem)] text-muted">
              {t("question")} · {question.name ?? t("anonymous")}
            </figcaption>
            <blockquote className="mt-2 text-[clamp(1.5rem,3.4vw,4rem)] leading-snug font-medium [overflow-wrap:anywhere]">
              {question.text}
            </blockquote>
          </figure>
          <div className="[&_[role=timer]>p:nth-child(2)]:text-[clamp(4rem,10vw,11rem)]">
            {entry && <StageTimer board={board} now={time} look="screen" />}
          </div>
        </div>
      ) : (
        <div className="grid flex-1 items-center">
          {entry && <StageTimer board={board} now={time} look="screen" />}
        </div>
      )}
      {board.message && (
        <p className="rounded-lg bg-accent-50 px-6 py-3 text-[clamp(1.25rem,2.6vw,3rem)] font-medium text-accent-700">
          {board.message}
        </p>
      )}
      <footer className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-brand-700 pt-[2vh] text-[clamp(1.1rem,2.2vw,2.5rem)]">
        <span className="text-brand-200">{t("next")}</span>
        {next ? (
          <>
            <span className="tabular">{text.slot(next)}</span>
            <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{text.name(next)}</span>
          </>
        ) : (
          <span>{t("nothingNext")}</span>
        )}
      </footer>
      {room && (
        <p className="text-sm">
          <RoomAnchor room={room} className="text-white underline" />
        </p>
      )}
      <p role="status" className="text-sm text-brand-200">
        {!isHydrated
          ? ""
          : link === "LIVE"
            ? t("live.now")
            : link === "LOST"
              ? t("lost")
              : t("polling")}
      </p>
      <noscript>
        <p className="text-sm text-brand-200">{t("noScript")}</p>
      </noscript>
    </main>
  );
}
