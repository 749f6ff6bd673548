import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Checklist, type ChecklistItem } from "./checklist";
import { Bar, shareOf } from "./progress-bar";
import type { Tone } from "./tone";

interface QualityMeterProps {
  value: number;
  max: number;
  label?: string;
  items?: ReadonlyArray<ChecklistItem>;
}

function toneOf(share: number): Tone {
  if (share >= 0.8) return "success";
  return share >= 0.5 ? "brand" : "accent";
}

/** How complete something is, and what would make it better. */
export function QualityMeter({ value, max, label, items }: QualityMeterProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const share = shareOf(value, max);
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <span id={id} className="font-medium text-ink">
          {label ?? t("quality.label")}
        </span>
        <span className="tabular text-sm text-muted">{t("quality.value", { value, max })}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers do not let <meter> take our look */}
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
      >
        <Bar share={share} tone={toneOf(share)} />
      </div>
      {items && items.length > 0 && (
        <div className="mt-4 text-sm">
          <Checklist items={items} />
        </div>
      )}
    </div>
  );
}
