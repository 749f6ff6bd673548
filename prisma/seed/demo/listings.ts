import * as agriculture from "./agriculture-and-food";
import * as energy from "./energy-and-materials";
import * as environment from "./environment-and-construction";
import * as health from "./health-and-textile";
import * as machinery from "./machinery-and-digital";
import * as ocean from "./ocean-and-chemicals";
import type { DemoAchievement, DemoNeed } from "./types";

const groups = [energy, ocean, machinery, agriculture, health, environment];

export const demoAchievements: DemoAchievement[] = groups.flatMap((group) => group.achievements);
export const demoNeeds: DemoNeed[] = groups.flatMap((group) => group.needs);
