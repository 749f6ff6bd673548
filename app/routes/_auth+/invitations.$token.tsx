import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { formatDateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { acceptInvitation } from "~/domain/identity/accept-invitation.server";
import { invitedSchema, NAME_MAX, PASSWORD_MIN } from "~/domain/identity/auth-schema";
import { findInvitationView } from "~/domain/identity/invitation-queries.server";
import { registerInvited } from "~/domain/identity/register-invited.server";
import { cookiesOf } from "~/http/cookies-of";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { withoutSecrets } from "~/http/without-secrets";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { auth, authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await findActor(request);
  const t = getFixedT(request, ["auth", "common"]);
  const invitation = await findInvitationView(getDb(), params.token ?? "", actor);
  const title = invitation
    ? t("auth:invitation.title", { organisation: invitation.organisationName })
    : t("auth:invitation.closedTitle");
  return { invitation, token: params.token ?? "", title: `${title} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  // The address is a secret: no other site may learn it. With "no-referrer" a form posted without
  // scripts would carry the origin "null" and be refused.
  { name: "referrer", content: "same-origin" },
];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const actor = await findActor(request);
  const fields = await readForm(request);
  if (actor) {
    const form = parseFormData(fields, invitedSchema.partial());
    return answerForm(form, async () => {
      const organisation = await acceptInvitation({ token }, actor, getDb());
      return redirectWithFlash("/desk", {
        tone: "success",
        message: "auth:flash.joined",
        params: { organisation },
      });
    });
  }
  const form = parseFormData(fields, invitedSchema);
  const safe = withoutSecrets(form, ["password"]);
  if (form.status !== "success") return refuseForm(safe);
  return answerForm(safe, async () => {
    const locale = findLocale(request);
    const joined = await registerInvited({ token, ...form.value, locale }, getDb());
    const { headers } = await auth().api.startSession({
      body: { userId: joined.userId },
      headers: authHeaders(request, context.clientIp),
      returnHeaders: true,
    });
    return redirectWithFlash(
      "/desk",
      {
        tone: "success",
        message: "auth:flash.joined",
        params: { organisation: joined.organisationName },
      },
      { headers: cookiesOf(headers) },
    );
  });
}

export default function AcceptInvitation() {
  const { invitation, token } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["auth", "identity"]);
  const view = useFormView(useActionData<typeof action>());
  if (!invitation) {
    return (
      <AuthShell title={t("auth:invitation.closedTitle")} lead={t("auth:invitation.closed")}>
        <LinkButton to="/sign-in" variant="primary">
          {t("auth:signIn.title")}
        </LinkButton>
      </AuthShell>
    );
  }
  const scopes = invitation.scopes.map((scope) => t(`identity:scopes.${scope}`));
  const here = `/invitations/${token}`;
  return (
    <AuthShell
      title={t("auth:invitation.title", { organisation: invitation.organisationName })}
      lead={t("auth:invitation.lead", {
        inviter: invitation.inviterName,
        role: t(`identity:roles.${invitation.role}`),
        email: invitation.email,
      })}
    >
      <div className="space-y-5">
        <p className="text-sm text-muted">
          {scopes.length > 0
            ? t("auth:invitation.scopes", { scopes: scopes.join("、") })
            : t("auth:invitation.noScopes")}
          <br />
          {t("auth:invitation.expires", { date: formatDateTime(invitation.expiresAt) })}
        </p>
        {invitation.visitor === "OTHER" && (
          <Alert tone="warning">
            {t("auth:invitation.otherAddress", {
              current: invitation.currentName ?? "",
              email: invitation.email,
            })}
          </Alert>
        )}
        {invitation.visitor === "HAS_ACCOUNT" && (
          <>
            <p>{t("auth:invitation.haveAccountLead")}</p>
            <LinkButton
              to={`/sign-in?next=${encodeURIComponent(here)}`}
              variant="primary"
              size="lg"
            >
              {t("auth:invitation.signIn")}
            </LinkButton>
          </>
        )}
        {invitation.visitor === "INVITED" && (
          <Form method="post" className="space-y-4">
            <FormErrorSummary {...view.summary({})} />
            <SubmitButton size="lg" block>
              {t("auth:invitation.accept")}
            </SubmitButton>
          </Form>
        )}
        {invitation.visitor === "NEW" && (
          <Form method="post" className="space-y-5" noValidate>
            <p>{t("auth:invitation.newLead")}</p>
            <FormErrorSummary
              {...view.summary({
                name: t("auth:fields.name"),
                password: t("auth:fields.password"),
              })}
            />
            <TextInput
              name="name"
              label={t("auth:fields.name")}
              defaultValue={view.value("name")}
              error={view.error("name")}
              maxLength={NAME_MAX}
              autoComplete="name"
              required
            />
            <TextInput
              name="password"
              type="password"
              label={t("auth:fields.password")}
              hint={t("auth:fields.passwordHint", { min: PASSWORD_MIN })}
              error={view.error("password")}
              autoComplete="new-password"
              required
            />
            <SubmitButton size="lg" block>
              {t("auth:invitation.acceptNew")}
            </SubmitButton>
            <p className="text-sm">
              <Link className="link" to={`/sign-in?next=${encodeURIComponent(here)}`}>
                {t("auth:invitation.signIn")}
              </Link>
            </p>
          </Form>
        )}
      </div>
    </AuthShell>
  );
}
