import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
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
    <div className="py-12">
      <p className="tabular text-sm text-muted">{status}</p>
      <h1 className="mt-1 text-2xl font-semibold text-ink">{title}</h1>
      <p className="mt-3 text-body">{text ?? fallback}</p>
      <p className="mt-6">
        <Link to="/" className="text-brand-700 underline underline-offset-4">
          {t("goHome")}
        </Link>
      </p>
    </div>
  );
}

function isErrorBody(
  body: unknown,
): body is { code: string; params: Record<string, string | number> } {
  return typeof body === "object" && body !== null && "code" in body && "params" in body;
}
