import type { ReactNode } from "react";
import { Breadcrumbs } from "~/components/ui/breadcrumbs";

interface PageHeaderProps {
  title: ReactNode;
  /** Above the title: badges, a kind. */
  eyebrow?: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  breadcrumbs?: ReadonlyArray<{ label: string; to?: string }>;
  actions?: ReactNode;
  /** A line of facts under the lead. */
  meta?: ReactNode;
}

/** Head of a page: the only h1. */
export function PageHeader({ title, eyebrow, lead, breadcrumbs, actions, meta }: PageHeaderProps) {
  return (
    <header className="mb-6 space-y-3">
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-3xl">
          {eyebrow && <div className="mb-1.5 flex flex-wrap items-center gap-2">{eyebrow}</div>}
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead && <div className="mt-2 text-lg text-muted">{lead}</div>}
          {meta && (
            <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">{meta}</div>
          )}
        </div>
        {actions && <div className="no-print flex flex-wrap items-start gap-2">{actions}</div>}
      </div>
    </header>
  );
}
