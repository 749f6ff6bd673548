import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Disclosure } from "~/components/ui/disclosure";
import type { ClauseView } from "~/domain/contracts/contract-view";
import { ClauseAlerts } from "./clause-alerts";

type ClauseCardProps = {
  clause: ClauseView;
  /** Page of the contract, without query. */
  href: string;
  draftNumber: number;
  canEdit: boolean;
  isFirst: boolean;
  isLast: boolean;
};

/** A clause as it will stand in the contract, with what stands against it and what can be done. */
export function ClauseCard(props: ClauseCardProps) {
  const { clause, href, canEdit } = props;
  const { t } = useTranslation("contracts");
  return (
    <section
      id={`clause-${clause.key}`}
      aria-labelledby={`heading-${clause.key}`}
      className="grid gap-3 border-t border-line py-5 first:border-t-0"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`heading-${clause.key}`} className="text-lg">
          {clause.number ?? t("head")}　{clause.heading}
        </h3>
        {clause.isOwn ? (
          <Badge tone="accent">{t("own")}</Badge>
        ) : (
          clause.isEdited && <Badge tone="info">{t("edited")}</Badge>
        )}
        {canEdit && (
          <Link className="link ms-auto" to={`${href}?edit=${clause.key}#clause-${clause.key}`}>
            {t("edit")}
            <span className="sr-only">{clause.heading}</span>
          </Link>
        )}
      </header>
      <ClauseAlerts clause={clause} />
      <div className="prose-text whitespace-pre-line">{clause.body}</div>
      {clause.facts.length > 0 && (
        <Disclosure summary={t("facts")}>
          <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_1fr]">
            {clause.facts.map((one) => (
              <div key={one.label} className="contents">
                <dt className="text-muted">{one.label}</dt>
                <dd className="prose-text">{one.words}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
      {canEdit && <ClauseTools {...props} />}
    </section>
  );
}

/** Order, removal, the template's text and a new clause; each is a version of its own. */
function ClauseTools({ clause, href, draftNumber, isFirst, isLast }: ClauseCardProps) {
  const { t } = useTranslation("contracts");
  const hidden = (
    <>
      <input type="hidden" name="key" value={clause.key} />
      <input type="hidden" name="draftNumber" value={draftNumber} />
    </>
  );
  const quick = (intent: "up" | "down" | "restore") => (
    <Form method="post" action={href} preventScrollReset>
      {hidden}
      <SubmitButton intent={intent} variant="quiet" size="sm">
        {t(intent)}
      </SubmitButton>
    </Form>
  );
  return (
    <div className="no-print">
      <Disclosure summary={t("more")}>
        <div className="flex flex-wrap items-center gap-2">
          {!isFirst && quick("up")}
          {!isLast && quick("down")}
          {clause.isEdited && !clause.isOwn && quick("restore")}
          <LinkButton
            to={`${href}?add=${clause.key}#clause-${clause.key}`}
            variant="quiet"
            size="sm"
            icon="plus"
          >
            {t("add")}
          </LinkButton>
          <Dialog trigger={t("remove")} triggerVariant="quiet" title={t("removeTitle")}>
            <Form method="post" action={href} className="grid gap-4">
              {hidden}
              <p className="text-muted">{t("removeText")}</p>
              <div>
                <SubmitButton intent="remove" variant="danger">
                  {t("removeConfirm")}
                </SubmitButton>
              </div>
            </Form>
          </Dialog>
        </div>
      </Disclosure>
    </div>
  );
}
