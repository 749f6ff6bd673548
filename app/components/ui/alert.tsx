import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";
import { type Tone, toneSoft } from "./tone";

const toneIcon: Record<Tone, IconName> = {
  neutral: "info",
  brand: "info",
  info: "info",
  success: "success",
  warning: "warning",
  danger: "error",
  accent: "clock",
};

interface AlertProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
  /** "alert" interrupts a screen reader, "status" waits; without it the box is plain content. */
  role?: "alert" | "status";
  className?: string;
}

/** A message inside the page that stays until its cause is gone. */
export function Alert({
  tone = "info",
  title,
  children,
  icon,
  actions,
  role,
  className,
}: AlertProps) {
  return (
    <div
      role={role}
      className={cx(
        "flex items-start gap-3 rounded-md border px-4 py-3",
        toneSoft[tone],
        className,
      )}
    >
      <Icon name={icon ?? toneIcon[tone]} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && (
          <div className={cx("text-body", Boolean(title) && "mt-0.5 text-sm")}>{children}</div>
        )}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
