import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Avatar } from "~/components/ui/avatar";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Dialog } from "~/components/ui/dialog";
import { Disclosure } from "~/components/ui/disclosure";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { type RefusedForm, useFormView } from "./form-view";
import { ScopeFields } from "./scope-fields";

export type MemberView = {
  id: string;
  role: "OWNER" | "ADMIN" | "MEMBER";
  scopes: string[];
  title: string | null;
  createdAt: Date;
  user: { id: string; name: string; email: string; realNameLevel: number };
};

const KNOWN = ["PUBLISH", "SIGN", "BID", "MONEY"] as const;

/** The people of an organisation; administrators change and remove them here. */
export function MemberList({
  members,
  userId,
  mayManage,
  isOwner,
  answer,
}: {
  members: readonly MemberView[];
  userId: string;
  mayManage: boolean;
  isOwner: boolean;
  answer: RefusedForm;
}) {
  const { t } = useTranslation("identity");
  const kept = answer?.result?.initialValue;
  const isMine = kept?.intent === "change" || kept?.intent === "end" || kept?.intent === "revoke";
  const view = useFormView(isMine ? answer : undefined);
  return (
    <Card padding="flush">
      <div className="px-4 empty:hidden sm:px-5">
        <FormErrorSummary {...view.summary({ role: t("fields.role"), title: t("fields.title") })} />
      </div>
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <li key={member.id} className="px-4 py-4 sm:px-5">
            <MemberHead member={member} isSelf={member.user.id === userId} />
            <div className="mt-3 flex flex-wrap items-start gap-3 pl-13">
              {mayManage && (isOwner || member.role !== "OWNER") && (
                <ChangeMember
                  member={member}
                  isOwner={isOwner}
                  isOpen={kept?.membershipId === member.id && kept?.intent === "change"}
                />
              )}
              <EndMembership
                member={member}
                isSelf={member.user.id === userId}
                mayEnd={mayManage && (isOwner || member.role !== "OWNER")}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MemberHead({ member, isSelf }: { member: MemberView; isSelf: boolean }) {
  const { t } = useTranslation("identity");
  const scopes = KNOWN.filter((scope) => member.scopes.includes(scope));
  return (
    <div className="flex items-start gap-3">
      <Avatar name={member.user.name} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium text-ink">{member.user.name}</span>
          {isSelf && <span className="text-sm text-muted">({t("members.you")})</span>}
          <Badge tone={member.role === "MEMBER" ? "neutral" : "brand"}>
            {t(`roles.${member.role}`)}
          </Badge>
          <Badge tone={member.user.realNameLevel >= 2 ? "success" : "neutral"}>
            {t("members.level", { level: member.user.realNameLevel })}
          </Badge>
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-muted">
          {member.title && <span>{member.title}</span>}
          <span className="break-all">{member.user.email}</span>
          <span>
            {t("members.since")} <DateTime value={member.createdAt} />
          </span>
        </p>
        <p className="mt-1 text-sm">
          {scopes.length > 0
            ? scopes.map((scope) => t(`scopes.${scope}`)).join(" · ")
            : t("members.noScopes")}
        </p>
      </div>
    </div>
  );
}

function ChangeMember({
  member,
  isOwner,
  isOpen,
}: {
  member: MemberView;
  isOwner: boolean;
  isOpen: boolean;
}) {
  const { t } = useTranslation("identity");
  return (
    <Disclosure summary={t("members.changeOf", { name: member.user.name })} open={isOpen}>
      <Form method="post" className="space-y-4 pt-2">
        <input type="hidden" name="membershipId" value={member.id} />
        <ScopeFields
          idPrefix={`member-${member.id}`}
          isOwner={isOwner}
          role={member.role}
          scopes={member.scopes}
        />
        <TextInput
          id={`member-${member.id}-title`}
          name="title"
          label={t("fields.title")}
          defaultValue={member.title ?? ""}
          width="medium"
        />
        <SubmitButton intent="change" size="sm">
          {t("members.save")}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}

function EndMembership({
  member,
  isSelf,
  mayEnd,
}: {
  member: MemberView;
  isSelf: boolean;
  mayEnd: boolean;
}) {
  const { t } = useTranslation("identity");
  if (!isSelf && !mayEnd) return null;
  const action = isSelf ? t("members.leave") : t("members.end");
  return (
    <Dialog trigger={action} triggerVariant="quiet" triggerSize="sm" title={action}>
      <Form method="post" className="space-y-4">
        <p>
          {isSelf ? t("members.leaveConfirm") : t("members.endConfirm", { name: member.user.name })}
        </p>
        <input type="hidden" name="membershipId" value={member.id} />
        {isSelf && <input type="hidden" name="self" value="1" />}
        <SubmitButton intent="end" variant="danger">
          {action}
        </SubmitButton>
      </Form>
    </Dialog>
  );
}
