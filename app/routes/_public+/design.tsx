import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Content } from "~/components/gallery/content";
import { Feedback } from "~/components/gallery/feedback";
import { Finding, MarkedText } from "~/components/gallery/finding";
import { FormErrors, Forms } from "~/components/gallery/forms";
import { Foundations, Icons } from "~/components/gallery/foundations";
import { Procedures } from "~/components/gallery/procedures";
import { gallerySamples } from "~/components/gallery/samples";
import { PageHeader } from "~/components/layout/page-header";
import { findLocale } from "~/i18n/i18next.server";

export function loader({ request }: LoaderFunctionArgs) {
  return { samples: gallerySamples(findLocale(request)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.samples.title },
  { name: "robots", content: "noindex" },
];

/** Every component with real states, for developers and reviewers of the design. */
export default function DesignPage() {
  const { samples } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={samples.title} lead={samples.lead} />
      <Foundations samples={samples} />
      <Forms samples={samples} />
      <FormErrors samples={samples} />
      <Feedback samples={samples} />
      <Content samples={samples} />
      <Procedures samples={samples} />
      <Finding samples={samples} />
      <MarkedText samples={samples} />
      <Icons title={samples.sections.icons} />
    </>
  );
}
