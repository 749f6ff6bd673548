import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";
import { type Tone, toneDot, toneSoft } from "./tone";

interface BadgeProps {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  className?: string;
}

/** A short label: a kind, a level, a count. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap",
        toneSoft[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

/** Where something stands: a dot of the tone and the word for it. */
export function StatusBadge({ tone = "neutral", children, className }: Omit<BadgeProps, "icon">) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full border px-2.5 py-px text-xs font-medium whitespace-nowrap",
        toneSoft[tone],
        className,
      )}
    >
      <span aria-hidden="true" className={cx("size-1.5 rounded-full", toneDot[tone])} />
      {children}
    </span>
  );
}

interface TagProps {
  children: ReactNode;
  /** Makes the tag a link, e.g. to a search for it. */
  to?: string;
  /** Link that takes the tag away, with its spoken name. */
  removeTo?: string;
  removeLabel?: string;
}

/** A keyword or an active filter. */
export function Tag({ children, to, removeTo, removeLabel }: TagProps) {
  const look =
    "relative inline-flex max-w-full items-center gap-1 rounded-sm bg-brand-100/70 px-2 py-0.5 text-sm text-brand-800";
  if (removeTo !== undefined) {
    return (
      <span className={cx(look, "pr-0.5")}>
        <span className="truncate">{children}</span>
        <Link
          to={removeTo}
          aria-label={removeLabel}
          preventScrollReset
          className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-brand-200"
        >
          <Icon name="close" size={14} />
        </Link>
      </span>
    );
  }
  if (to !== undefined) {
    return (
      <Link to={to} className={cx(look, "hover:bg-brand-200/70")}>
        {children}
      </Link>
    );
  }
  return <span className={look}>{children}</span>;
}
