import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { remainingOf, timerText } from "~/domain/roadshows/day/stage-timer-rules";
import type { StageBoard } from "~/domain/roadshows/day/stage-view";

/** On the dark screen and on a light page; the words say the same as the colours. */
const looks = {
  screen: {
    calm: "text-white",
    soon: "text-warning-200",
    over: "text-danger-200",
    track: "bg-brand-900",
    bar: { calm: "fill-brand-300", soon: "fill-warning-200", over: "fill-danger-200" },
  },
  page: {
    calm: "text-ink",
    soon: "text-warning-700",
    over: "text-danger-700",
    track: "bg-sunken",
    bar: { calm: "fill-brand-500", soon: "fill-warning-500", over: "fill-danger-500" },
  },
};

/** Phase, time left, and how much of it has passed; what is over the limit goes on counting. */
export function StageTimer({
  board,
  now,
  look = "page",
}: {
  board: StageBoard;
  now: number;
  look?: "screen" | "page";
}) {
  const { t } = useTranslation("stage");
  const left = remainingOf(board, now);
  const classes = looks[look];
  const share = left.limitMs > 0 ? Math.min(1, left.elapsedMs / left.limitMs) : 1;
  const isLarge = look === "screen";
  return (
    <div role="timer" aria-live="off" className="min-w-0">
      <p className={cx("font-medium", isLarge ? "text-[clamp(1.25rem,2.6vw,3rem)]" : "text-base")}>
        {t(`phase.${board.phase}`)}
        {left.phase && (
          <span className={cx("ml-3", classes[left.level])}>{t(`level.${left.level}`)}</span>
        )}
      </p>
      {board.phase !== "OVER" && (
        <>
          <p
            className={cx(
              "tabular font-semibold leading-none",
              classes[left.level],
              isLarge ? "text-[clamp(4rem,min(17vw,30vh),19rem)]" : "text-4xl",
            )}
          >
            <span className="sr-only">{left.leftMs < 0 ? t("over") : t("left")} </span>
            {timerText(left.leftMs)}
          </p>
          <svg
            aria-hidden="true"
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className={cx("mt-3 w-full rounded-full", classes.track, isLarge ? "h-4" : "h-2")}
          >
            <rect width={share * 100} height="1" className={classes.bar[left.level]} />
          </svg>
        </>
      )}
    </div>
  );
}
