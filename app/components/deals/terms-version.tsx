import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import type { TermIssue } from "~/domain/deals/terms-consistency-rules";
import type { TermLabels, TermVersionView } from "~/domain/deals/terms-view";
import { useErrorText } from "~/i18n/use-error-text";
import { TermsChanges } from "./terms-changes";
import { useTermText } from "./use-term-text";

/** Who put a version on the table, when and why, and what it changes. */
export function TermsVersionHead({
  version,
  labels,
  isOpen,
}: {
  version: TermVersionView;
  labels: TermLabels;
  /** Whether the changes are unfolded. */
  isOpen: boolean;
}) {
  const { t } = useTranslation("terms");
  const { previous } = version;
  return (
    <div className="space-y-4">
      <DescriptionList
        columns={2}
        hideEmpty
        items={[
          {
            label: t("page.proposed"),
            value: (
              <>
                {t("page.from", { organisation: version.organisation, name: version.proposedBy })}{" "}
                <DateTime value={version.at} format="datetime" />
              </>
            ),
          },
          {
            label: t("page.answered"),
            value: version.answeredAt && (
              <>
                {version.answeredBy} <DateTime value={version.answeredAt} format="datetime" />
              </>
            ),
          },
          {
            label: t("page.note"),
            value: version.note && <p className="whitespace-pre-wrap">{version.note}</p>,
            wide: true,
          },
        ]}
      />
      {version.dueAt && !version.isOurs && (
        <p className="text-sm text-muted">
          {t("page.dueAt", { time: formatDateTime(version.dueAt, "datetime") })}
        </p>
      )}
      {previous && (
        <Disclosure
          open={isOpen}
          summary={t("page.changes", { count: previous.changes.length, from: previous.number })}
        >
          <TermsChanges changes={previous.changes} labels={labels} />
        </Disclosure>
      )}
      <TermsIssues issues={version.issues} labels={labels} />
    </div>
  );
}

/** Contradictions and hints, each at its field. */
export function TermsIssues({
  issues,
  labels,
  isForm = false,
}: {
  issues: readonly TermIssue[];
  labels: TermLabels;
  /** The fields stand on this page, so that an entry leads to its field. */
  isForm?: boolean;
}) {
  const { t } = useTranslation("terms");
  const text = useErrorText();
  const { nameLabel } = useTermText(labels);
  const list = (level: TermIssue["level"]) => {
    const found = issues.filter((issue) => issue.level === level);
    if (found.length === 0) return null;
    return (
      <Alert
        tone={level === "ERROR" ? "danger" : "warning"}
        title={t(level === "ERROR" ? "page.problems" : "page.hints")}
      >
        <ul className="list-disc space-y-1 pl-5">
          {found.map((issue) => (
            <li key={`${issue.field} ${issue.code}`}>
              {isForm ? (
                <a className="link" href={`#field-${issue.field.replace(/[^\w-]+/g, "-")}`}>
                  {nameLabel(issue.field)}
                </a>
              ) : (
                <strong className="font-medium">{nameLabel(issue.field)}</strong>
              )}{" "}
              {text(issue.code)}
            </li>
          ))}
        </ul>
      </Alert>
    );
  };
  return (
    <>
      {list("ERROR")}
      {list("HINT")}
    </>
  );
}
