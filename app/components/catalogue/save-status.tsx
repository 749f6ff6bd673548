import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/ui/date-time";
import { Icon } from "~/components/ui/icon";
import type { AutosaveState } from "./use-autosave";

/** Whether what was typed is safe, in words; announced politely. */
export function SaveStatus({ state, storedAt }: { state: AutosaveState; storedAt: string }) {
  const { t } = useTranslation("catalogue");
  const text = {
    idle: () => t("edit.storedAt", { time: formatDateTime(storedAt, "datetime") }),
    saving: () => t("edit.saving"),
    offline: () => t("edit.offline"),
    stale: () => t("edit.stale"),
    saved: () =>
      t("edit.savedAt", {
        time: "savedAt" in state ? formatDateTime(state.savedAt, "time") : "",
      }),
    invalid: () => t("edit.invalid"),
  }[state.kind]();
  const isTrouble = state.kind === "offline" || state.kind === "stale" || state.kind === "invalid";
  return (
    <p
      role="status"
      className={`flex items-start gap-1.5 text-sm ${isTrouble ? "text-danger-600" : "text-muted"}`}
    >
      <Icon name={isTrouble ? "warning" : "check"} size={16} className="mt-[0.2em]" />
      <span>{text}</span>
    </p>
  );
}
