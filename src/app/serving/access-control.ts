import type { Config } from "../../config/config.ts";
import type { Secrets } from "../../config/secrets.ts";
import type { AccessKeyRecord } from "../../engine/access/access-key-store.ts";
import { identifyKey } from "../../engine/access/identify-key.ts";
import { identifyToken } from "../../engine/access/identify-token.ts";
import type { LimitLedger } from "../../engine/access/limit-ledger.ts";
import { callerAddress } from "../../engine/access/trusted-networks.ts";
import type { AccessControl } from "../../gong-api/principal.ts";
import { hashSecret } from "../../lib/secret-hash.ts";
import type { Records } from "../open-records.ts";

export interface AccessParts {
  readonly config: Pick<Config, "accessKey" | "limits" | "trustedProxies">;
  readonly secrets: Pick<Secrets, "accessKeySecret">;
  readonly records: Pick<Records, "accessKeys" | "oauth">;
  /** Absent where nothing is limited. */
  readonly ledger: LimitLedger | undefined;
  readonly clock: () => number;
}

/** Who may ask: the operator's own key, those that were made here, and apps with a token. */
export function accessControl({ config, secrets, records, ledger, clock }: AccessParts): AccessControl {
  const own = configuredKey(config.accessKey, secrets.accessKeySecret);
  return {
    identifyKey: async (accessKey, accessKeySecret, caller) => {
      // The public half: the secret alone is compared in the same time whatever it is.
      const isOwn = accessKey === own?.accessKey;
      // Looked for in any case: nobody is to learn from the time which of them it was.
      const made = await records.accessKeys.find(accessKey);
      const address = callerAddress(caller, config.trustedProxies);
      return identifyKey(isOwn ? own : made, { accessKeySecret, address }, clock());
    },
    identifyToken: async (token) => identifyToken(await records.oauth.findAccessToken(hashSecret(token)), clock()),
    admit: async () => (ledger === undefined ? { isAdmitted: true } : ledger.admit(config.limits)),
  };
}

/** May do everything, for the company, without end and from everywhere. */
function configuredKey(accessKey: string | undefined, secret: string | undefined): AccessKeyRecord | undefined {
  if (accessKey === undefined || secret === undefined) return undefined;
  return { accessKey, secretHash: hashSecret(secret), createdMs: 0, scopes: "all", trustedNetworks: [] };
}
