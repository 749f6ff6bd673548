import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/components/ui/icon";
import { LanguageSwitch } from "~/components/ui/language-switch";
import { NavigationProgress } from "~/components/ui/navigation-progress";
import { SkipLink } from "~/components/ui/skip-link";
import { BrandMark, BrandOutline } from "./brand-mark";

interface AuthShellProps {
  title: ReactNode;
  lead?: ReactNode;
  flash?: ReactNode;
  /** Under the form: the way to the other form. */
  footer?: ReactNode;
  children: ReactNode;
}

/** Quiet frame for signing in and up: the form, and why this place can be trusted. */
export function AuthShell({ title, lead, flash, footer, children }: AuthShellProps) {
  const { t } = useTranslation("ui");
  const reasons = [t("auth.reasonReview"), t("auth.reasonRecord"), t("auth.reasonOwn")];
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <SkipLink />
      <NavigationProgress />
      <aside className="no-print relative hidden flex-col justify-between overflow-hidden bg-brand-800 p-10 text-white lg:flex xl:p-14">
        <BrandOutline className="absolute -right-24 -bottom-28 text-white/6" />
        <Link to="/" className="relative flex items-center gap-3 self-start">
          <BrandMark size={40} inverse />
          <span className="text-xl font-semibold tracking-wide">{t("brand.name")}</span>
        </Link>
        <div className="relative max-w-md">
          <p className="text-3xl leading-snug font-semibold text-balance">{t("brand.tagline")}</p>
          <ul className="mt-8 space-y-4 text-brand-100">
            {reasons.map((reason) => (
              <li key={reason} className="flex gap-3">
                <Icon name="check" className="mt-1 text-accent-400" />
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </div>
        <p className="relative text-sm text-brand-200">{t("footer.openSource")}</p>
      </aside>
      <div className="flex flex-col bg-surface px-4 py-5 sm:px-8">
        <div className="flex items-center justify-between">
          <Link to="/" className="flex items-center gap-2.5 font-semibold text-ink lg:invisible">
            <BrandMark size={32} />
            {t("brand.name")}
          </Link>
          <LanguageSwitch />
        </div>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center py-8"
        >
          {flash}
          <h1 className="text-2xl">{title}</h1>
          {lead && <div className="mt-1.5 text-muted">{lead}</div>}
          <div className="mt-6">{children}</div>
          {footer && (
            <div className="mt-6 border-t border-line pt-4 text-sm text-muted">{footer}</div>
          )}
        </main>
      </div>
    </div>
  );
}
