import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Icon } from "./icon";

interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
  /** "box" stands alone, "line" sits inside other content. */
  look?: "box" | "line";
}

/** More on request; a <details>, so the browser does the work. */
export function Disclosure({ summary, open, children, look = "line" }: DisclosureProps) {
  return (
    <details
      open={open}
      className={cx("group", look === "box" && "rounded-lg border border-line bg-surface")}
    >
      <summary
        className={cx(
          "flex items-center gap-1.5 font-medium text-brand-700 hover:text-brand-800",
          look === "box" ? "min-h-12 px-4" : "min-h-9",
        )}
      >
        <Icon
          name="chevron-right"
          size={18}
          className="transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className={look === "box" ? "border-t border-line px-4 py-4" : "pb-2 pl-6"}>
        {children}
      </div>
    </details>
  );
}
