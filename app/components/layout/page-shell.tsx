import type { ReactNode } from "react";
import { cx } from "~/components/ui/class-names";
import { NavigationProgress } from "~/components/ui/navigation-progress";
import { SkipLink } from "~/components/ui/skip-link";
import { SiteFooter } from "./site-footer";
import { SiteHeader, type SiteHeaderProps } from "./site-header";

interface PageShellProps {
  header?: SiteHeaderProps;
  /** Flash messages, above the content. */
  flash?: ReactNode;
  /** "full": children bring their own bands and margins (home page). */
  width?: "page" | "narrow" | "full";
  children: ReactNode;
}

const mainWidth = {
  page: "mx-auto w-full max-w-page px-4 py-6 sm:px-6 sm:py-8",
  narrow: "mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-8",
  full: "w-full",
};

/** Header, main, footer: the frame of every public page. */
export function PageShell({ header, flash, width = "page", children }: PageShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <NavigationProgress />
      <SiteHeader {...header} />
      {flash && <div className="mx-auto w-full max-w-page px-4 sm:px-6">{flash}</div>}
      <main id="main" tabIndex={-1} className={cx("flex-1", mainWidth[width])}>
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
