import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Icon, type IconName } from "~/components/ui/icon";

const roles = [
  { key: "holder", icon: "bulb", to: "/desk/achievements/new" },
  { key: "seeker", icon: "target", to: "/desk/needs/new" },
  { key: "broker", icon: "handshake", to: "/sign-up" },
  { key: "reviewer", icon: "shield", to: "/office" },
] as const satisfies readonly { key: string; icon: IconName; to: string }[];

/** One line and one button for each kind of user. */
export function HowItWorks() {
  const { t } = useTranslation("home");
  return (
    <Card title={t("how.title")} padding="flush">
      <ul className="divide-y divide-line">
        {roles.map((role) => (
          <li
            key={role.key}
            className="grid gap-x-4 gap-y-2 px-4 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:px-5"
          >
            <div className="flex gap-3">
              <Icon name={role.icon} size={24} className="mt-0.5 text-brand-600" />
              <div>
                <h3 className="text-base font-semibold">{t(`how.${role.key}.who`)}</h3>
                <p className="text-sm text-body">{t(`how.${role.key}.does`)}</p>
              </div>
            </div>
            <LinkButton to={role.to} size="sm" className="justify-self-start sm:justify-self-end">
              {t(`how.${role.key}.action`)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a visitor may rely on, and where it can be checked. */
export function TrustNotes() {
  const { t } = useTranslation("home");
  const notes = ["review", "expiry", "record", "open"] as const;
  return (
    <Card title={t("trust.title")}>
      <ul className="space-y-2.5">
        {notes.map((note) => (
          <li key={note} className="flex gap-2.5 text-sm">
            <Icon name="check" size={18} className="mt-0.5 text-success-600" />
            <span>{t(`trust.${note}`)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link to="/statistics" className="link">
          {t("trust.statistics")}
        </Link>
        <Link to="/api" className="link">
          {t("trust.api")}
        </Link>
      </p>
    </Card>
  );
}
