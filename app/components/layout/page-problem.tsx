import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/empty-state";
import { errorCode } from "~/domain/shared/error-code";
import { useErrorText } from "~/i18n/use-error-text";
import { PageShell } from "./page-shell";
import { useHeader } from "./use-root";

/** What a person sees when a page cannot be shown: what happened, and where to go. */
export function PageProblem() {
  const header = useHeader();
  return (
    <PageShell header={header} width="narrow">
      <ProblemText />
    </PageShell>
  );
}

/** The same inside a page that keeps its frame. */
export function ProblemText() {
  const error = useRouteError();
  const { t } = useTranslation("common");
  const errorText = useErrorText();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const title =
    status === 404 ? t("errorNotFound") : status === 403 ? t("errorForbidden") : t("errorTitle");
  const body: unknown = isRouteErrorResponse(error) ? error.data : null;
  const text = isErrorBody(body) ? errorText(errorCode(body.code, body.params)) : undefined;
  const fallback = status === 404 ? errorText("not_found") : t("errorServer");
  return (
    <ErrorState
      status={status}
      title={title}
      actions={
        <LinkButton to="/" variant="primary" icon="home">
          {t("goHome")}
        </LinkButton>
      }
    >
      {text ?? fallback}
    </ErrorState>
  );
}

function isErrorBody(
  body: unknown,
): body is { code: string; params: Record<string, string | number> } {
  return typeof body === "object" && body !== null && "code" in body && "params" in body;
}
