import { z } from "zod";

/** `GET /tamtam/v1/sandbox` */
export const getSandboxRequest = z.strictObject({});
export type GetSandboxRequest = z.infer<typeof getSandboxRequest>;
