import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import type { PublicChallenge } from "~/domain/challenges/challenge-view";

type Props = { challenge: PublicChallenge; here: string; view: FormAnswer };

/** The agreement before the confidential part, and that part after it. */
export function AgreementGate({ challenge, here, view }: Props) {
  const { t } = useTranslation("challenges");
  const { agreement, confidential, mayRead, viewer, files, hiddenFiles } = challenge;
  const isAsked = !mayRead && viewer.isSignedIn;
  return (
    <Card title={t("gate.title")} id="confidential">
      <div className="space-y-4">
        <p className="text-muted">{t("gate.lead")}</p>
        {agreement.acceptedAt && (
          <p className="text-sm">
            {t("gate.acceptedAt", { time: formatDateTime(agreement.acceptedAt, "datetime") })}
          </p>
        )}
        {mayRead && (
          <p className="prose-text whitespace-pre-wrap">{confidential || t("gate.none")}</p>
        )}
        <Disclosure summary={t("gate.text")} open={isAsked} look="box">
          <p
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
            tabIndex={0}
            className="prose-text max-h-72 overflow-y-auto whitespace-pre-wrap"
          >
            {agreement.text}
          </p>
          <p className="mt-3 text-xs break-all text-muted">
            {t("gate.hash")} {agreement.hash}
          </p>
        </Disclosure>
        {isAsked && (
          <Form method="post" className="grid gap-3" noValidate>
            <input type="hidden" name="textHash" value={agreement.hash} />
            <Checkbox name="agree" label={t("gate.agree")} error={view.error("agree")} />
            <div>
              <SubmitButton intent="accept">{t("gate.accept")}</SubmitButton>
            </div>
          </Form>
        )}
        {!mayRead && !viewer.isSignedIn && (
          <p className="flex flex-wrap items-center gap-3">
            {t("gate.signIn")}
            <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`} size="sm">
              {t("take.signIn")}
            </LinkButton>
          </p>
        )}
        <section aria-label={t("page.files")}>
          <h3 className="mb-2 font-medium text-ink">{t("page.files")}</h3>
          {files.length === 0 && hiddenFiles === 0 && (
            <p className="text-muted">{t("page.noFiles")}</p>
          )}
          <ul className="space-y-1">
            {files.map((file) => (
              <li key={file.id}>
                <Link
                  className="link"
                  reloadDocument
                  to={`/challenges/${challenge.number}/files/${file.id}`}
                >
                  {file.title}
                </Link>
                {file.visibility === "AGREED" && (
                  <span className="text-sm text-muted"> · {t("page.fileAgreed")}</span>
                )}
              </li>
            ))}
          </ul>
          {hiddenFiles > 0 && (
            <p className="mt-1 text-muted">{t("page.hiddenFiles", { count: hiddenFiles })}</p>
          )}
        </section>
      </div>
    </Card>
  );
}
