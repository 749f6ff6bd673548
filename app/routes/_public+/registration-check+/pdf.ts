import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { makeSelfCheckPdf } from "~/domain/registration/make-self-check-pdf.server";
import { selfCheckSchema } from "~/domain/registration/self-check-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { parseForm } from "~/http/form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** The paper is asked for from the answered page: what was entered stands in no address. */
export function loader() {
  return redirect("/registration-check");
}

/** The self-check of the page as a PDF; takes the same form. */
export function action({ request, context }: ActionFunctionArgs) {
  return withErrors(async () => {
    const form = await parseForm(request, selfCheckSchema);
    if (form.status !== "success") throw new DomainError("bad_form", { status: 400 });
    const reader = {
      locale: findLocale(request),
      t: getFixedT(request, "registration"),
      author: getFixedT(request, "common")("marketName"),
      origin: context.clientIp,
    };
    const { on, bytes } = await makeSelfCheckPdf(form.value, reader, getDb());
    return madeFileResponse(`registration-self-check-${on}.pdf`, "application/pdf", bytes);
  });
}
