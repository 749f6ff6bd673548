import { Link, NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import { LanguageSwitch } from "~/components/ui/language-switch";
import { SearchBox } from "~/components/ui/search-box";
import { AccountMenu, type HeaderUser, type MenuLink } from "./account-menu";
import { BrandMark } from "./brand-mark";
import { useMenuDismissal } from "./use-menu-dismissal";

export interface SiteHeaderProps {
  /** Null or absent: nobody is signed in. */
  user?: HeaderUser | null;
  unreadCount?: number;
  /** Replaces the built-in primary navigation. */
  navItems?: ReadonlyArray<{ to: string; label: string }>;
  accountLinks?: ReadonlyArray<MenuLink>;
  searchAction?: string;
  suggestUrl?: string;
  /** The home page brings its own large search. */
  hideSearch?: boolean;
  signOutAction?: string;
}

/** Top of every page. */
export function SiteHeader({
  user,
  unreadCount = 0,
  navItems,
  accountLinks,
  searchAction = "/achievements",
  suggestUrl,
  hideSearch,
  signOutAction = "/sign-out",
}: SiteHeaderProps) {
  const { t } = useTranslation("ui");
  const header = useMenuDismissal();
  const items = navItems ?? [
    { to: "/achievements", label: t("nav.achievements") },
    { to: "/needs", label: t("nav.needs") },
    { to: "/lots", label: t("nav.lots") },
    { to: "/roadshows", label: t("nav.roadshows") },
    { to: "/organisations", label: t("nav.organisations") },
    { to: "/brokers", label: t("nav.brokers") },
    { to: "/statistics", label: t("nav.statistics") },
  ];
  const links: ReadonlyArray<MenuLink> = accountLinks ?? [
    { to: "/desk", label: t("nav.desk"), icon: "home" },
    { to: "/desk/account", label: t("nav.account"), icon: "settings" },
  ];
  const search = !hideSearch && (
    <SearchBox
      action={searchAction}
      label={t("search.label")}
      placeholder={t("search.placeholder")}
      suggestUrl={suggestUrl}
    />
  );
  return (
    <header ref={header} data-site className="relative z-30 bg-brand-800 text-white">
      <div className="mx-auto flex max-w-page items-center gap-3 px-4 py-2.5 sm:px-6 lg:gap-6">
        <Link to="/" className="flex shrink-0 items-center gap-2.5 rounded-md outline-offset-4">
          <BrandMark size={36} inverse />
          <span className="leading-tight">
            <span className="block text-lg font-semibold tracking-wide">{t("brand.name")}</span>
            <span className="hidden text-xs tracking-wide text-brand-200 sm:block">
              {t("brand.second")}
            </span>
          </span>
        </Link>
        <nav aria-label={t("nav.primary")} className="hidden md:block">
          <ul className="flex items-center">
            {items.map((item) => (
              <li key={item.to}>
                <PrimaryLink {...item} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="hidden min-w-0 flex-1 justify-end lg:flex">
          <div className="w-full max-w-md">{search}</div>
        </div>
        <div className="ml-auto flex items-center gap-1 lg:ml-0">
          <div className="hidden xl:block">
            <LanguageSwitch tone="dark" />
          </div>
          {user ? (
            <>
              <NotificationBell count={unreadCount} />
              <AccountMenu user={user} links={links} signOutAction={signOutAction} />
            </>
          ) : (
            <SignInLinks />
          )}
          <details className="md:hidden" data-menu>
            <summary className="inline-flex size-11 items-center justify-center rounded-md hover:bg-white/10">
              <Icon name="menu" size={24} title={t("nav.menu")} />
            </summary>
            <div className="absolute inset-x-0 top-full border-t border-white/15 bg-brand-800 px-4 pt-2 pb-4 shadow-overlay">
              <ul className="divide-y divide-white/10">
                {items.map((item) => (
                  <li key={item.to}>
                    <Link to={item.to} className="flex min-h-12 items-center justify-between">
                      {item.label}
                      <Icon name="chevron-right" size={18} className="text-brand-200" />
                    </Link>
                  </li>
                ))}
              </ul>
              <div className="mt-3 flex items-center justify-between">
                <LanguageSwitch tone="dark" />
                {!user && (
                  <Link
                    to="/sign-up"
                    className="inline-flex min-h-11 items-center px-2 underline underline-offset-4"
                  >
                    {t("account.signUp")}
                  </Link>
                )}
              </div>
            </div>
          </details>
        </div>
      </div>
      {search && <div className="px-4 pb-3 sm:px-6 lg:hidden">{search}</div>}
    </header>
  );
}

function PrimaryLink({ to, label }: { to: string; label: string }) {
  return (
    <NavLink
      to={to}
      prefetch="intent"
      className={({ isActive }) =>
        cx(
          "relative inline-flex min-h-11 items-center px-3 whitespace-nowrap",
          isActive
            ? "font-semibold text-white after:absolute after:inset-x-3 after:bottom-1 after:h-0.5 after:bg-accent-400"
            : "text-brand-100 hover:text-white",
        )
      }
    >
      {label}
    </NavLink>
  );
}

function SignInLinks() {
  const { t } = useTranslation("ui");
  return (
    <>
      <Link
        to="/sign-in"
        className="inline-flex min-h-10 items-center rounded-md px-3 text-sm whitespace-nowrap hover:bg-white/10"
      >
        {t("account.signIn")}
      </Link>
      <Link
        to="/sign-up"
        className="hidden min-h-9 items-center rounded-md bg-white px-3.5 text-sm font-medium whitespace-nowrap text-brand-800 hover:bg-brand-50 sm:inline-flex"
      >
        {t("account.signUp")}
      </Link>
    </>
  );
}

function NotificationBell({ count }: { count: number }) {
  const { t } = useTranslation("ui");
  return (
    <Link
      to="/desk/notifications"
      aria-label={t("nav.notifications", { count })}
      className="relative inline-flex size-11 items-center justify-center rounded-md hover:bg-white/10"
    >
      <Icon name="bell" size={24} />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="tabular absolute top-1 right-0.5 min-w-5 rounded-full bg-accent-600 px-1 text-center text-[0.6875rem] leading-5 font-semibold text-white"
        >
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  );
}
