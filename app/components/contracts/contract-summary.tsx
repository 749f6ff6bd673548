import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import { Disclosure } from "~/components/ui/disclosure";
import type { ClauseView, ContractPageView } from "~/domain/contracts/contract-view";
import { ConflictText } from "./clause-alerts";

type Props = { page: ContractPageView; href: string };

/** What has to be settled before the text can be signed, with the way to each place. */
export function ContractSummary({ page, href }: Props) {
  const { t } = useTranslation("contracts");
  const { clauses, missing } = page;
  const count = (of: (clause: ClauseView) => number) =>
    clauses.reduce((sum, clause) => sum + of(clause), 0);
  const conflicts = count((clause) => clause.conflicts.length) + missing.length;
  const blanks = count((clause) => clause.blanks.length);
  const warnings = count((clause) => clause.warnings.length);
  return (
    <div className="grid gap-3">
      <OutdatedTerms page={page} href={href} />
      {conflicts > 0 && (
        <Alert tone="danger" title={t("conflictsFound", { count: conflicts })}>
          {missing.length > 0 && (
            <ul className="grid gap-3">
              {missing.map((one) => (
                <ConflictText key={one.label} conflict={one} />
              ))}
            </ul>
          )}
          <Places clauses={clauses.filter((clause) => clause.conflicts.length > 0)} />
        </Alert>
      )}
      {blanks > 0 && (
        <Alert tone="warning" title={t("blanksFound", { count: blanks })}>
          <Places clauses={clauses.filter((clause) => clause.blanks.length > 0)} />
        </Alert>
      )}
      {warnings > 0 && (
        <Alert tone="warning" title={t("warningsFound", { count: warnings })}>
          <Places clauses={clauses.filter((clause) => clause.warnings.length > 0)} />
        </Alert>
      )}
    </div>
  );
}

function Places({ clauses }: { clauses: ClauseView[] }) {
  const { t } = useTranslation("contracts");
  return (
    <ul className="flex flex-wrap gap-x-4">
      {clauses.map((clause) => (
        <li key={clause.key}>
          <a className="link" href={`#clause-${clause.key}`}>
            {clause.number ?? t("head")} {clause.heading}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The terms were replaced after this text was made. */
function OutdatedTerms({ page, href }: Props) {
  const { t } = useTranslation("contracts");
  const { isCurrent, number, newestNumber } = page.termSheet;
  if (page.state !== "DRAFT" || isCurrent) return null;
  if (newestNumber === null) {
    return <Alert tone="warning">{t("outdatedNone", { number })}</Alert>;
  }
  return (
    <Alert
      tone="warning"
      title={t("outdatedTitle")}
      actions={
        page.canEdit && (
          <Form method="post" action={href}>
            <input type="hidden" name="draftNumber" value={page.draftNumber} />
            <SubmitButton intent="adopt" size="sm">
              {t("adopt")}
            </SubmitButton>
          </Form>
        )
      }
    >
      {t("outdatedText", { number, newest: newestNumber })}
    </Alert>
  );
}

/** Elements that the law asks for; shown whole, so that one sees what was checked. */
export function ContractElements({ page }: { page: ContractPageView }) {
  const { t } = useTranslation("contracts");
  if (page.elements.length === 0 || page.state !== "DRAFT") return null;
  const items = page.elements.map((one) => ({
    id: one.element,
    label: t(`elements.${one.element}`),
    state: one.isThere ? ("met" as const) : ("unmet" as const),
    note: one.source,
  }));
  const isComplete = page.elements.every((one) => one.isThere);
  return (
    <Card title={t("elementsTitle")}>
      <p className="mb-3 text-sm text-muted">{t("elementsLead")}</p>
      {!isComplete && <Checklist items={items.filter((one) => one.state === "unmet")} />}
      <Disclosure summary={`${items.filter((one) => one.state === "met").length}/${items.length}`}>
        <Checklist label={t("elementsTitle")} items={items} />
      </Disclosure>
    </Card>
  );
}

/** Template clauses that a side took out. */
export function RemovedClauses({ page, href }: Props) {
  const { t } = useTranslation("contracts");
  if (!page.canEdit || page.removed.length === 0) return null;
  return (
    <Card title={t("removedTitle")}>
      <ul className="flex flex-wrap gap-2">
        {page.removed.map((one) => (
          <li key={one.key}>
            <Form method="post" action={href}>
              <input type="hidden" name="key" value={one.key} />
              <input type="hidden" name="draftNumber" value={page.draftNumber} />
              <SubmitButton intent="restore" variant="secondary" size="sm">
                {t("restoreRemoved", { heading: one.heading })}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Which version this is, whose, and what it changed for the reader's side. */
export function VersionLine({ page, href }: Props) {
  const { t } = useTranslation("contracts");
  const { version, knownNumber } = page;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-muted">
      <span>
        {t("versionBy", {
          number: version.number,
          side: t(`sides.${version.side ?? "TEMPLATE"}`),
          name: version.side ? version.authorName : "",
        })}
      </span>
      {version.note && <span>{t("versionNote", { note: version.note })}</span>}
      {knownNumber !== null && (
        <Link className="link" to={`${href}/versions?from=${knownNumber}&to=${version.number}`}>
          {t("compareKnown", { from: knownNumber })}
        </Link>
      )}
      <Link className="link" to={`${href}/versions`}>
        {t("versions")}
      </Link>
    </p>
  );
}
