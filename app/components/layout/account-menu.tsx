import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Avatar } from "~/components/ui/avatar";
import { Icon, type IconName } from "~/components/ui/icon";

export interface HeaderUser {
  displayName: string;
  organisationName?: string | null;
  avatarUrl?: string | null;
}

export interface MenuLink {
  to: string;
  label: string;
  icon?: IconName;
  count?: number;
}

interface AccountMenuProps {
  user: HeaderUser;
  links: ReadonlyArray<MenuLink>;
  signOutAction: string;
}

/** Who is signed in and where their things are; a <details>, so it opens without scripts. */
export function AccountMenu({ user, links, signOutAction }: AccountMenuProps) {
  const { t } = useTranslation("ui");
  const row = "flex min-h-10 w-full items-center gap-2.5 px-4 text-left hover:bg-brand-50";
  return (
    <details className="relative" data-menu>
      <summary className="flex items-center gap-2 rounded-md p-1 hover:bg-white/10">
        <Avatar name={user.displayName} src={user.avatarUrl} size="sm" />
        <span className="hidden max-w-[8em] truncate text-sm lg:inline">{user.displayName}</span>
        <Icon name="chevron-down" size={16} className="hidden lg:block" />
        <span className="sr-only">{t("account.menu")}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-2 w-60 rounded-lg border border-line bg-surface py-1.5 text-body shadow-overlay">
        <div className="border-b border-line px-4 pt-1 pb-2.5">
          <p className="truncate font-semibold text-ink">{user.displayName}</p>
          {user.organisationName && (
            <p className="truncate text-sm text-muted">{user.organisationName}</p>
          )}
        </div>
        <ul className="py-1">
          {links.map((link) => (
            <li key={link.to}>
              <Link to={link.to} className={row}>
                {link.icon && <Icon name={link.icon} size={18} className="text-muted" />}
                <span className="flex-1">{link.label}</span>
                {link.count ? (
                  <span className="tabular text-sm text-muted">{link.count}</span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
        <Form method="post" action={signOutAction} className="border-t border-line pt-1">
          <button type="submit" className={row}>
            <Icon name="sign-out" size={18} className="text-muted" />
            {t("account.signOut")}
          </button>
        </Form>
      </div>
    </details>
  );
}
