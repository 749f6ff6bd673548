import { Form, Link, useNavigation } from "@remix-run/react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { TextInput } from "~/components/ui/text-input";
import {
  JUDGEMENT_REASON_MAX,
  type JudgedListing,
  type PairToJudge,
} from "~/domain/matching/judgement-schema";

/** From left to right as on the keyboard. */
const LEVELS = ["1", "2", "3", "4"] as const;

type JudgeCardProps = {
  pair: PairToJudge;
  number: number;
  /** Where to go on after the judgement. */
  returnTo: string;
};

/**
 * One pair and its four levels, each a submit button, so that it works without scripts. With the focus
 * inside the card the keys 1 to 4 press them; keys mean nothing elsewhere on the page.
 */
export function JudgeCard({ pair, number, returnTo }: JudgeCardProps) {
  const { t } = useTranslation("quality");
  const form = useRef<HTMLFormElement>(null);
  const isBusy = useNavigation().state !== "idle";
  const { need, achievement, judgement } = pair;
  const pressLevel = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (isTyping || hasModifier || event.repeat || isBusy) return;
    const level = LEVELS.find((one) => one === event.key);
    if (!level) return;
    event.preventDefault();
    form.current?.querySelector<HTMLButtonElement>(`button[value="${level}"]`)?.click();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only press the buttons inside, which have the focus themselves
    <div onKeyDown={pressLevel} data-pair={`${need.id}:${achievement.id}`}>
      <Card title={t("judge.pair", { number })} headingLevel={2}>
        <div className="grid gap-5 lg:grid-cols-2">
          <Side label={t("judge.need")} listing={need} />
          <Side label={t("judge.achievement")} listing={achievement} />
        </div>
        <Form
          ref={form}
          method="post"
          className="mt-5 border-t border-line pt-4"
          preventScrollReset
        >
          <input type="hidden" name="needId" value={need.id} />
          <input type="hidden" name="achievementId" value={achievement.id} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <fieldset>
            <legend className="mb-2 font-medium text-ink">{t("judge.group")}</legend>
            <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
              {LEVELS.map((level) => {
                const isNow = judgement?.level === Number(level);
                return (
                  <Button
                    key={level}
                    type="submit"
                    name="level"
                    value={level}
                    variant={isNow ? "primary" : "secondary"}
                    aria-pressed={judgement ? isNow : undefined}
                    aria-keyshortcuts={level}
                  >
                    <span className="tabular mr-1.5 font-semibold" aria-hidden="true">
                      {level}
                    </span>
                    {t(`levels.L${level}`)}
                  </Button>
                );
              })}
            </div>
          </fieldset>
          <div className="mt-3 max-w-xl">
            <Disclosure summary={t("judge.reason")} open={Boolean(judgement?.reason)}>
              <TextInput
                name="reason"
                id={`reason-${need.id}-${achievement.id}`}
                label={t("judge.reason")}
                labelHidden
                hint={t("judge.reasonHint")}
                maxLength={JUDGEMENT_REASON_MAX}
                defaultValue={judgement?.reason ?? ""}
              />
            </Disclosure>
          </div>
        </Form>
      </Card>
    </div>
  );
}

function Side({ label, listing }: { label: string; listing: JudgedListing }) {
  const { t } = useTranslation("quality");
  return (
    <section className="min-w-0">
      <p className="text-sm text-muted">{label}</p>
      <h3 className="mt-0.5 text-base">{listing.title}</h3>
      {listing.text !== "" && (
        <p className="prose-text mt-1.5 text-sm">
          {listing.text}
          {listing.isCut && "…"}
        </p>
      )}
      <p className="mt-1.5 text-sm">
        <Link
          to={listing.href}
          className="link"
          aria-label={`${t("judge.open")}：${listing.title}`}
        >
          {t("judge.open")}
        </Link>
      </p>
    </section>
  );
}
