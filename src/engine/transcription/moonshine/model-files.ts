export type ModelName = "base" | "tiny";
