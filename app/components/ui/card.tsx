import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

interface CardProps {
  title?: ReactNode;
  /** Heading level of the title in the page's outline. */
  headingLevel?: 2 | 3 | 4;
  /** Right of the title: a link or a small button. */
  actions?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
  /** "flush": children reach the edges (tables, lists). */
  padding?: "normal" | "flush";
  className?: string;
  id?: string;
}

/** A white sheet with an optional head and foot. */
export function Card({
  title,
  headingLevel = 2,
  actions,
  footer,
  children,
  padding = "normal",
  className,
  id,
}: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      id={id}
      data-card
      className={cx("min-w-0 rounded-lg border border-line bg-surface shadow-raised", className)}
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3 sm:px-5">
          {title && <Heading className="text-lg">{title}</Heading>}
          {actions && <div className="flex items-center gap-2 text-sm">{actions}</div>}
        </div>
      )}
      {children !== undefined && children !== null && (
        <div
          className={padding === "normal" ? "px-4 py-4 sm:px-5" : "overflow-hidden rounded-b-lg"}
        >
          {children}
        </div>
      )}
      {footer && (
        <div className="border-t border-line px-4 py-3 text-sm text-muted sm:px-5">{footer}</div>
      )}
    </section>
  );
}

interface LinkCardProps {
  to: string;
  title: ReactNode;
  headingLevel?: 2 | 3 | 4;
  children?: ReactNode;
  className?: string;
}

/** A card that leads somewhere: only its title is the link, the whole sheet is the target. */
export function LinkCard({ to, title, headingLevel = 3, children, className }: LinkCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article
      data-card
      className={cx(
        "relative min-w-0 rounded-lg border border-line bg-surface px-4 py-4 shadow-raised transition-[border-color,box-shadow] sm:px-5",
        "hover:border-brand-300 hover:shadow-lifted focus-within:border-brand-400",
        className,
      )}
    >
      <Heading className="text-lg leading-snug">
        <Link
          to={to}
          prefetch="intent"
          className="after:absolute after:inset-0 hover:text-brand-700"
        >
          {title}
        </Link>
      </Heading>
      {children}
    </article>
  );
}
