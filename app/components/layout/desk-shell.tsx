import { NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import { NavigationProgress } from "~/components/ui/navigation-progress";
import { SkipLink } from "~/components/ui/skip-link";
import type { MenuLink } from "./account-menu";
import { SiteFooter } from "./site-footer";
import { SiteHeader, type SiteHeaderProps } from "./site-header";

export interface DeskNavGroup {
  title?: string;
  /** Shows its entries on demand, and where one of them is open. Needs a title. */
  isFolded?: boolean;
  items: ReadonlyArray<MenuLink & { end?: boolean }>;
}

interface DeskShellProps {
  header?: SiteHeaderProps;
  /** Side navigation of this person's roles. */
  groups: ReadonlyArray<DeskNavGroup>;
  /** Name above the navigation: the organisation acted for. */
  actingFor?: ReactNode;
  flash?: ReactNode;
  children: ReactNode;
}

/** Signed-in work: side navigation on wide screens, a folding menu on phones. */
export function DeskShell({ header, groups, actingFor, flash, children }: DeskShellProps) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <NavigationProgress />
      <SiteHeader {...header} />
      <div className="mx-auto grid w-full max-w-page flex-1 content-start gap-x-8 px-4 py-4 sm:px-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:py-8">
        <details className="no-print mb-4 rounded-lg border border-line bg-surface lg:hidden">
          <summary className="flex min-h-12 items-center gap-2 px-4 font-medium text-ink">
            <Icon name="list" />
            {t("nav.deskMenu")}
            <Icon name="chevron-down" size={18} className="ml-auto text-muted" />
          </summary>
          <div className="border-t border-line p-2">
            <DeskNav groups={groups} label={t("nav.deskMenu")} />
          </div>
        </details>
        <aside className="no-print hidden lg:block">
          <div className="sticky top-6">
            {actingFor && <div className="mb-3 border-b border-line px-3 pb-3">{actingFor}</div>}
            <DeskNav groups={groups} label={t("nav.deskMenu")} />
          </div>
        </aside>
        <div className="min-w-0">
          {flash}
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <SiteFooter />
    </div>
  );
}

function DeskNav({ groups, label }: { groups: ReadonlyArray<DeskNavGroup>; label: string }) {
  const { pathname } = useLocation();
  const isHere = ({ to }: MenuLink) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <nav aria-label={label} className="space-y-4">
      {groups.map((group, index) =>
        group.isFolded ? (
          <details key={group.title} open={group.items.some(isHere)} className="group">
            <summary className="flex min-h-10 items-center gap-2 rounded-md px-3 text-sm font-medium text-muted hover:bg-sunken pointer-coarse:min-h-11">
              {group.title}
              <Icon
                name="chevron-down"
                size={16}
                className="ml-auto transition-transform group-open:rotate-180"
              />
            </summary>
            <DeskLinks items={group.items} />
          </details>
        ) : (
          <div key={group.title ?? index}>
            {group.title && (
              <p className="px-3 pb-1 text-xs font-medium text-muted">{group.title}</p>
            )}
            <DeskLinks items={group.items} />
          </div>
        ),
      )}
    </nav>
  );
}

function DeskLinks({ items }: Pick<DeskNavGroup, "items">) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to}>
          <NavLink
            to={item.to}
            end={item.end}
            prefetch="intent"
            className={({ isActive }) =>
              cx(
                "flex min-h-10 items-center gap-2.5 rounded-md px-3 pointer-coarse:min-h-11",
                isActive
                  ? "bg-brand-100 font-semibold text-brand-800"
                  : "text-body hover:bg-sunken",
              )
            }
          >
            {item.icon && <Icon name={item.icon} size={18} className="opacity-80" />}
            <span className="min-w-0 flex-1 truncate">{item.label}</span>
            {item.count ? (
              <span className="tabular rounded-full bg-accent-100 px-1.5 text-xs font-medium text-accent-800">
                {item.count}
              </span>
            ) : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
