import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

interface EmptyStateProps {
  icon?: IconName;
  title: ReactNode;
  /** What would make something appear here. */
  children?: ReactNode;
  actions?: ReactNode;
  headingLevel?: 1 | 2 | 3;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  icon = "inbox",
  title,
  children,
  actions,
  headingLevel = 2,
}: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      <span className="mb-4 inline-flex size-14 items-center justify-center rounded-full bg-brand-50 text-brand-500">
        <Icon name={icon} size={24} />
      </span>
      <Heading className="text-lg">{title}</Heading>
      {children && <div className="mt-1.5 max-w-prose text-muted">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}

interface ErrorStateProps {
  /** HTTP status, shown large where it helps ("404"). */
  status?: number;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Request id to quote to support. */
  reference?: ReactNode;
}

/** A whole page that could not be shown: what happened, what to do next. */
export function ErrorState({ status, title, children, actions, reference }: ErrorStateProps) {
  return (
    <div className="mx-auto max-w-prose px-4 py-16 sm:py-24">
      {status !== undefined && (
        <p className="tabular text-4xl font-semibold text-brand-600">{status}</p>
      )}
      <h1 className="mt-2 text-2xl">{title}</h1>
      {children && <div className="mt-3 text-body">{children}</div>}
      {actions && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
      {reference && <p className="mt-8 text-sm text-muted">{reference}</p>}
    </div>
  );
}
