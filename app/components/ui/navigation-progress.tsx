import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const patienceMs = 250;

/** Thin bar at the top while a page is on its way; not for what is there at once. */
export function NavigationProgress() {
  const { t } = useTranslation("ui");
  const busy = useNavigation().state !== "idle";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!busy) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <div
      role="status"
      data-site-progress
      data-busy={busy ? "" : undefined}
      className="pointer-events-none fixed inset-x-0 top-0 z-50"
    >
      {shown && (
        <>
          <div className="h-0.5 overflow-hidden bg-brand-200">
            <div className="h-full w-1/4 animate-progress bg-accent-500" />
          </div>
          <span className="sr-only">{t("progress.loading")}</span>
        </>
      )}
    </div>
  );
}
