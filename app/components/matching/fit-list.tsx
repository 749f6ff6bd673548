import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { IconName } from "~/components/ui/icon";
import type { Tone } from "~/components/ui/tone";
import type { FitView } from "~/domain/matching/match-view-schema";
import { useFitNote } from "./use-fit-note";

const VERDICT: Record<FitView["verdict"], { tone: Tone; icon?: IconName }> = {
  agrees: { tone: "success", icon: "check" },
  partly: { tone: "warning" },
  disagrees: { tone: "danger", icon: "close" },
  unknown: { tone: "neutral" },
};

/** Business fit, aspect by aspect. */
export function FitList({ parts }: { parts: readonly FitView[] }) {
  const { t } = useTranslation("matching");
  const noteOf = useFitNote();
  return (
    <dl className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2">
      {parts.map((part) => (
        <div key={part.aspect} className="flex flex-wrap items-baseline gap-x-2">
          <dt className="min-w-16 text-muted">{t(`aspects.${part.aspect}`)}</dt>
          <dd className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
            <Badge tone={VERDICT[part.verdict].tone} icon={VERDICT[part.verdict].icon}>
              {t(`verdicts.${part.verdict}`)}
            </Badge>
            <span>{noteOf(part)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
