import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog } from "~/components/ui/dialog";
import { RadioGroup } from "~/components/ui/radio-group";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import type { CommitteeView } from "~/domain/tenders/tender-view";

/** The committee for the operator: who is in it, how far they are, and who must leave. */
export function CommitteePanel({
  committee,
  isOpen,
  errorAt,
  valueAt,
}: {
  committee: CommitteeView;
  isOpen: boolean;
  errorAt: (name: string) => string | undefined;
  valueAt: (name: string) => string;
}) {
  const { t } = useTranslation("tenders");
  const stateOf = (one: CommitteeView["members"][number]) => {
    if (one.recusalNote !== null) {
      const note = one.recusalNote === "bidder" ? t("office.recusedBidder") : one.recusalNote;
      return t("office.recused", { note });
    }
    if (one.isSubmitted) return t("office.submitted");
    return t(one.isAccepted ? "office.accepted" : "office.invited");
  };
  // Nobody is not an even number of people to anybody who reads it.
  const isEmpty = committee.members.length === 0;
  const problems = committee.problems.filter((one) => !(isEmpty && one === "EVEN"));
  return (
    <Card title={t("office.committee")} padding="flush">
      <div className="space-y-3 px-5 py-4">
        <p className="text-muted">{t("office.committeeLead")}</p>
        <Alert tone={problems.length > 0 ? "warning" : "success"}>
          {problems.length > 0
            ? problems.map((one) => t(`office.problems.${one}`)).join("；")
            : t("office.whole")}
        </Alert>
      </div>
      {committee.members.length > 0 && (
        <Table
          caption={t("office.committee")}
          rows={committee.members}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "name",
              header: t("office.member"),
              rowHeader: true,
              cell: (one) => `${one.name} · ${one.email}`,
            },
            {
              key: "kind",
              header: t("office.memberKind"),
              cell: (one) => t(`record.committeeKinds.${one.kind}`),
            },
            { key: "state", header: t("office.memberState"), cell: stateOf },
            {
              key: "recuse",
              header: t("office.recuse"),
              cell: (one) =>
                isOpen && one.recusalNote === null ? (
                  <Dialog trigger={t("office.recuse")} triggerSize="sm" title={t("office.recuse")}>
                    <Form method="post" className="space-y-3">
                      <input type="hidden" name="memberId" value={one.id} />
                      <TextInput
                        id={`field-recuse-${one.id}`}
                        name="note"
                        label={t("evaluation.recuseNote")}
                        required
                      />
                      <SubmitButton intent="recuse" variant="danger">
                        {t("office.recuse")}
                      </SubmitButton>
                    </Form>
                  </Dialog>
                ) : null,
            },
          ]}
        />
      )}
      {isOpen && (
        <Form method="post" className="space-y-3 px-5 py-4" noValidate>
          <TextInput
            id="field-member-email"
            name="email"
            type="email"
            label={t("holders.email")}
            hint={t("holders.emailHint")}
            width="medium"
            required
            defaultValue={valueAt("email")}
            error={errorAt("email")}
          />
          <RadioGroup
            name="kind"
            label={t("office.memberKind")}
            look="inline"
            options={(["EXPERT", "BUYER"] as const).map((value) => ({
              value,
              label: t(`record.committeeKinds.${value}`),
            }))}
            defaultValue={valueAt("kind") || "EXPERT"}
            error={errorAt("kind")}
          />
          <SubmitButton intent="member" variant="secondary">
            {t("office.name")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
