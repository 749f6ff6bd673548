import { Alert } from "~/components/ui/alert";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog } from "~/components/ui/dialog";
import { Disclosure } from "~/components/ui/disclosure";
import { EmptyState } from "~/components/ui/empty-state";
import { Skeleton } from "~/components/ui/skeleton";
import { Loading } from "~/components/ui/spinner";
import type { GallerySamples } from "./samples";
import { GallerySection } from "./section";

export function Feedback({ samples }: { samples: GallerySamples }) {
  const { feedback, sections } = samples;
  return (
    <GallerySection id="feedback" title={sections.feedback}>
      <div className="grid gap-3 lg:grid-cols-2">
        <Alert tone="info">{feedback.info}</Alert>
        <Alert tone="success">{feedback.success}</Alert>
        <Alert
          tone="warning"
          title={feedback.warningTitle}
          actions={<Button size="sm">{feedback.renew}</Button>}
        >
          {feedback.warning}
        </Alert>
        <Alert tone="danger">{feedback.danger}</Alert>
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <EmptyState
            headingLevel={3}
            title={feedback.emptyTitle}
            actions={
              <LinkButton to="/design#fields" variant="primary">
                {feedback.emptyAction}
              </LinkButton>
            }
          >
            {feedback.empty}
          </EmptyState>
        </Card>
        <Card>
          <div className="space-y-5">
            <Loading label={feedback.loading} />
            <Skeleton lines={3} />
            <Disclosure summary={feedback.disclosure}>{feedback.disclosureText}</Disclosure>
            <Dialog trigger={feedback.dialog} triggerVariant="danger" title={feedback.dialogTitle}>
              <p>{feedback.dialogText}</p>
              <form method="dialog" className="mt-5 flex justify-end gap-3">
                <Button type="submit">{samples.buttons.quiet}</Button>
                <Button type="submit" variant="danger">
                  {feedback.dialog}
                </Button>
              </form>
            </Dialog>
          </div>
        </Card>
      </div>
    </GallerySection>
  );
}
