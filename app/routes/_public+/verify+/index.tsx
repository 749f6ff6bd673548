import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { VerifyFileForm, VerifyHashForm } from "~/components/contracts/verify-forms";
import { VerifyResult } from "~/components/contracts/verify-result";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { verifyDocument } from "~/domain/contracts/verify-document.server";
import { VERIFY_MAX_BYTES } from "~/domain/contracts/verify-rules";
import { fingerprintSchema } from "~/domain/contracts/verify-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { answerForm, parseFormData } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

/** A question about a fingerprint, as the code on a document asks it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["signing", "common"]);
    const page = {
      title: `${t("signing:verify.title")} · ${t("common:marketName")}`,
      description: t("signing:verify.description"),
    };
    const text = new URL(request.url).searchParams.get("sha256")?.slice(0, 200) ?? "";
    if (text.trim() === "") return { ...page, asked: "", fault: null, result: null };
    const sha256 = fingerprintSchema.safeParse(text);
    if (!sha256.success) {
      return { ...page, asked: text, fault: "fingerprint_format", result: null };
    }
    const actor = await findActor(request);
    const question = { sha256: sha256.data };
    const result = await verifyDocument(question, actor, context.clientIp, getDb());
    return { ...page, asked: sha256.data, fault: null, result };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
  ...(data?.asked ? [{ name: "robots", content: "noindex" }] : []),
];

/** Reads the uploaded file into memory, compares it and forgets it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const blank = parseFormData(new FormData(), z.object({}));
  return answerForm(blank, async () => {
    const { upload } = await readUpload(request, {
      field: "document",
      maxBytes: VERIFY_MAX_BYTES,
    });
    if (!upload) throw new DomainError("required", { field: "document" });
    const actor = await findActor(request);
    const question = { content: upload.bytes };
    const verified = await verifyDocument(question, actor, context.clientIp, getDb());
    return data({ verified, result: undefined }, { headers: { "cache-control": "no-store" } });
  });
}

export default function VerifyPage() {
  const { t } = useTranslation("signing");
  const bidding = useTranslation("bidding");
  const text = useErrorText();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const result = (answer && "verified" in answer ? answer.verified : null) ?? page.result;
  return (
    <>
      <PageHeader title={t("verify.title")} lead={t("verify.lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary {...view.summary({ document: t("verify.file") })} />
        {result && <VerifyResult result={result} />}
        <VerifyFileForm answer={answer} />
        <VerifyHashForm asked={page.asked} error={page.fault ? text([page.fault]) : undefined} />
        <p>
          <Link className="link" to="/verify/registrations">
            {t("verify.registrations")}
          </Link>
        </p>
        <p>
          <Link className="link" to="/verify/transcripts">
            {bidding.t("transcript.verifier.title")}
          </Link>
        </p>
        <Alert tone="neutral" title={t("verify.noteTitle")}>
          {t("verify.note")}
        </Alert>
      </div>
    </>
  );
}
