import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/ui/date-time";
import type { StageEntry } from "~/domain/roadshows/day/stage-view";

type Shown = Pick<StageEntry, "title" | "number" | "isConfidential">;

/** What an entry is called in public; a confidential one by its number alone. */
export function useEntryText() {
  const { t } = useTranslation("stage");
  return {
    name(entry: Shown): string {
      if (!entry.isConfidential || entry.title) return entry.title;
      const name = t("confidential");
      return entry.number === null ? name : `${name} · ${t("project", { number: entry.number })}`;
    },
    slot(entry: Pick<StageEntry, "startsAt" | "endsAt">): string {
      const from = formatDateTime(entry.startsAt, "time");
      return t("slot", { from, to: formatDateTime(entry.endsAt, "time") });
    },
    who(entry: Pick<StageEntry, "speaker" | "organisation">): string {
      return [entry.speaker, entry.organisation].filter(Boolean).join(" · ");
    },
  };
}
