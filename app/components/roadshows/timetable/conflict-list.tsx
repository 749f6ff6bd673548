import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { Conflict } from "~/domain/roadshows/timetable/conflict-rules";

/** A conflict in words. */
export function useConflictText() {
  const { t } = useTranslation("timetable");
  return ({ kind, name, titles, misfit }: Conflict) =>
    t(`conflicts.${kind}`, {
      name,
      titles: titles.join(" / "),
      misfit: misfit ? t(`conflicts.misfits.${misfit}`) : "",
    });
}

/** What breaks a rule in the version that is shown, what must be solved first. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation("timetable");
  const textOf = useConflictText();
  if (conflicts.length === 0) return <p className="text-sm text-muted">{t("conflicts.none")}</p>;
  const texts = new Map(conflicts.map((one) => [textOf(one), one.isHard]));
  const sorted = [...texts].sort(([, a], [, b]) => Number(b) - Number(a));
  return (
    <ul className="space-y-2 text-sm">
      {sorted.map(([text, isHard]) => (
        <li key={text} className="flex items-start gap-2">
          <Badge tone={isHard ? "danger" : "warning"} icon={isHard ? "error" : "warning"}>
            {t(isHard ? "conflicts.hard" : "conflicts.soft")}
          </Badge>
          <span className="min-w-0">{text}</span>
        </li>
      ))}
    </ul>
  );
}
