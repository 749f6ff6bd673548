import { useTranslation } from "react-i18next";
import { Icon } from "~/components/ui/icon";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { AuctionBoard } from "~/domain/bidding/auction-view";
import { marketTime } from "./market-time";
import { clockFace, remainingTime } from "./remaining-time";
import { clockDifference } from "./server-clock";
import { useBiddingText } from "./use-bidding-text";
import { useNow } from "./use-live-auction";
import type { ServerTime } from "./use-server-clock";

interface ClockPanelProps {
  board: AuctionBoard;
  time: ServerTime;
  /** The bidder's phase may be followed by others: its end is not the end of bidding. */
  isLastPhase: boolean;
}

/** Time left, the instant itself, and how far the reader's own clock can be trusted. */
export function ClockPanel({ board, time, isLastPhase }: ClockPanelProps) {
  const { t } = useTranslation("bidding");
  const { phase, status, result, extensions } = board;
  const isRunning = phase !== null && status !== "SUSPENDED" && result === null;
  const now = useNow(time, result === null);
  const isHydrated = useHydrated();
  if (result || !phase) return null;
  const left = remainingTime(phase.endsAtMicros / 1000, now);
  const isWaiting = phase.name === "WAITING";
  const label = isWaiting
    ? t("clock.startsIn")
    : t(isLastPhase ? "clock.endsIn" : "clock.phaseEndsIn");
  const at = marketTime(phase.endsAtMicros);
  return (
    <div className="space-y-3">
      <div>
        <p className="text-sm text-muted">
          {label}
          {!isHydrated && t("clock.atLoad")}
        </p>
        {isRunning ? (
          <p
            role="timer"
            aria-live="off"
            className="tabular text-3xl leading-tight font-semibold text-ink sm:text-4xl"
          >
            {left.isOver ? (
              <span className="text-xl">{t("clock.over")}</span>
            ) : (
              <>
                {left.days > 0 && `${t("clock.days", { count: left.days })} `}
                {clockFace(left)}
              </>
            )}
          </p>
        ) : (
          <p className="flex items-center gap-2 text-2xl font-semibold">
            <Icon name="lock" size={24} />
            {t("clock.stopped")}
          </p>
        )}
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
        <dt className="text-muted">
          {t(isWaiting ? "clock.startsAt" : isRunning ? "clock.endsAt" : "clock.plannedEnd")}
        </dt>
        <dd>
          <time dateTime={at.iso}>
            {at.date} {at.time}
          </time>
          {extensions > 0 && (
            <span className="ml-2">({t("state.extensions", { count: extensions })})</span>
          )}
        </dd>
        <dt className="text-muted">{t("clock.serverTime")}</dt>
        <dd>{marketTime(now * 1000).time}</dd>
      </dl>
      {isHydrated && <ClockHonesty time={time} now={now} />}
    </div>
  );
}

function ClockHonesty({ time, now }: { time: ServerTime; now: number }) {
  const { t } = useTranslation("bidding");
  const { difference } = useBiddingText();
  const { clock, isMeasuring, measure } = time;
  if (!clock) return <p className="text-sm text-muted">{t("clock.measuring")}</p>;
  const off = clockDifference(Date.now(), Math.max(now, time.now()));
  const trip = Math.max(1, Math.round(clock.roundTripMs));
  return (
    <div className="border-t border-line pt-2 text-sm text-muted">
      <p className={off.direction === "same" ? "" : "font-medium text-ink"}>
        {off.direction === "same"
          ? t("clock.same", { trip })
          : t("clock.differs", { trip, difference: difference(off) })}
      </p>
      <p>
        {t("clock.why")}{" "}
        <button
          type="button"
          onClick={measure}
          aria-disabled={isMeasuring || undefined}
          className="link min-h-6 pointer-coarse:min-h-11"
        >
          {t("clock.measureAgain")}
        </button>
      </p>
    </div>
  );
}
