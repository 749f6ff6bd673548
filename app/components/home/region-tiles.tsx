import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { type Name, useName } from "./name";
import { shadeOf } from "./shade-rules";

/** Where each city lies among its neighbours: column and row of the grid from 640 px upwards. */
const places: Record<string, string> = {
  "371400": "sm:col-start-2 sm:row-start-1",
  "371600": "sm:col-start-3 sm:row-start-1",
  "370500": "sm:col-start-4 sm:row-start-1",
  "370600": "sm:col-start-5 sm:row-start-1",
  "371000": "sm:col-start-6 sm:row-start-1",
  "371500": "sm:col-start-1 sm:row-start-2",
  "370100": "sm:col-start-2 sm:row-start-2",
  "370300": "sm:col-start-3 sm:row-start-2",
  "370700": "sm:col-start-4 sm:row-start-2",
  "370200": "sm:col-start-5 sm:row-start-2",
  "370900": "sm:col-start-2 sm:row-start-3",
  "371300": "sm:col-start-3 sm:row-start-3",
  "371100": "sm:col-start-4 sm:row-start-3",
  "371700": "sm:col-start-1 sm:row-start-4",
  "370800": "sm:col-start-2 sm:row-start-4",
  "370400": "sm:col-start-3 sm:row-start-4",
};

const shades = [
  "border-line bg-surface text-muted",
  "border-brand-100 bg-brand-50 text-brand-900",
  "border-brand-200 bg-brand-100 text-brand-900",
  "border-brand-300 bg-brand-200 text-brand-950",
  "border-brand-700 bg-brand-700 text-white",
];

interface RegionTilesProps {
  kind: "achievements" | "needs";
  cities: ReadonlyArray<{ code: string; name: Name; achievements: number; needs: number }>;
}

/** The cities of the province laid out as neighbours, shaded by how much each has; every tile a link. */
export function RegionTiles({ kind, cities }: RegionTilesProps) {
  const { t, i18n } = useTranslation("home");
  const name = useName();
  const figures = new Intl.NumberFormat(i18n.language);
  const largest = Math.max(0, ...cities.map((city) => city[kind]));
  return (
    <ul className="grid grid-cols-4 gap-1.5 sm:grid-cols-6">
      {cities.map((city) => {
        const full = name(city.name);
        const { achievements, needs } = city;
        return (
          <li key={city.code} className={places[city.code]}>
            <Link
              to={`/${kind}?region=${city.code}`}
              aria-label={t("regions.counts", { city: full, achievements, needs })}
              className={cx(
                "flex min-h-14 flex-col items-center justify-center rounded-md border px-0.5 text-center leading-tight",
                "hover:border-brand-600 hover:shadow-lifted",
                shades[shadeOf(city[kind], largest, shades.length)],
              )}
            >
              <span className="text-sm">{full.replace(/市$/, "")}</span>
              <span className="tabular text-base font-semibold">{figures.format(city[kind])}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
