import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";
import { VisuallyHidden } from "./visually-hidden";

export type CheckState = "met" | "unmet" | "person";

export interface ChecklistItem {
  id: string;
  label: ReactNode;
  state: CheckState;
  /** Why, or what to do. */
  note?: ReactNode;
  /** The field to correct: "#field-title" or a page. */
  to?: string;
}

const look: Record<CheckState, { icon: IconName; className: string }> = {
  met: { icon: "success", className: "text-success-600" },
  unmet: { icon: "error", className: "text-danger-600" },
  person: { icon: "user", className: "text-warning-600" },
};

/** Conditions with their answers. */
export function Checklist({
  items,
  label,
}: {
  items: ReadonlyArray<ChecklistItem>;
  label?: string;
}) {
  const { t } = useTranslation("ui");
  return (
    <ul aria-label={label} className="space-y-2">
      {items.map((item) => (
        <li key={item.id} className="flex items-start gap-2.5">
          <Icon
            name={look[item.state].icon}
            className={cx("mt-[0.15em]", look[item.state].className)}
          />
          <div className="min-w-0">
            <VisuallyHidden>{t(`check.${item.state}`)} </VisuallyHidden>
            {item.to ? (
              <a href={item.to} className="link">
                {item.label}
              </a>
            ) : (
              <span className={item.state === "met" ? "text-body" : "text-ink"}>{item.label}</span>
            )}
            {item.note && <p className="text-sm text-muted">{item.note}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
