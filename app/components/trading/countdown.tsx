import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { leftOf } from "./left-rules";

const MINUTE_MS = 60_000;

/**
 * Time left as text. It counts from the server's instant with the browser's monotonic clock, so that
 * a wrong clock of the reader's device changes nothing; without scripts it stands as the server wrote it.
 */
export function Countdown({ until, now }: { until: Date; now: Date }) {
  const { t } = useTranslation("trading");
  const [passedMs, setPassedMs] = useState(0);
  const totalMs = until.getTime() - now.getTime();
  const isShort = totalMs - passedMs < 60 * MINUTE_MS;
  useEffect(() => {
    const startedAt = performance.now();
    const tick = () => setPassedMs(performance.now() - startedAt);
    const timer = setInterval(tick, isShort ? 1000 : MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [isShort]);
  const left = leftOf(totalMs - passedMs);
  if (!left) return <span className="text-muted">{t("time.over")}</span>;
  const time = left.days > 0 ? t("time.days", left) : t("time.short", left);
  return (
    <span className="tabular">
      {t("time.left", { time })} <span className="text-muted">· {t("time.server")}</span>
    </span>
  );
}
