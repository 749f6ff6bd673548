import { cx } from "./class-names";
import { type IconName, iconPaths } from "./icon-paths";

interface IconProps {
  name: IconName;
  /** Edge in px; 20 beside text, 16 inside dense rows, 24+ alone. */
  size?: 14 | 16 | 18 | 20 | 24 | 32 | 40;
  /** Spoken name when the icon stands alone; without it the icon is decoration. */
  title?: string;
  className?: string;
}

/** One outline of the own set, in the colour of the surrounding text. */
export function Icon({ name, size = 20, title, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("shrink-0", className)}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}

export type { IconName };
