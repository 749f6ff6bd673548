import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { useHydrated } from "~/components/ui/use-hydrated";
import { localTimeText } from "./local-time-text";

type Props = { from: string | Date; to?: string | Date; className?: string };

/** Beside a time of the market what the reader's own clock shows then, in a browser that is in another zone. */
export function LocalTime({ from, to, className }: Props) {
  const { t, i18n } = useTranslation("roadshows");
  // The server does not know the reader's zone: nothing until the page has been taken over.
  if (!useHydrated()) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const span = { from: new Date(from), to: to === undefined ? undefined : new Date(to) };
  const text = zone ? localTimeText(span, zone, i18n.language) : null;
  if (!text) return null;
  return (
    <span className={cx("no-print tabular text-sm text-muted", className)}>
      {t("localTime", { text })}
    </span>
  );
}
