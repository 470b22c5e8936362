import type { UserDirectory } from "../../store/call-store.ts";

export interface CompanyDomainParts {
  readonly users: Pick<UserDirectory, "domains">;
  /** As configured. */
  readonly companyDomains: ReadonlySet<string>;
  /** Domains that anyone can have an address in. */
  readonly publicDomains: ReadonlySet<string>;
}

/** The e-mail domains that make somebody the company's: those that are configured, and those of its users. */
export async function companyDomains(parts: CompanyDomainParts): Promise<ReadonlySet<string>> {
  const ofUsers = [...(await parts.users.domains())].filter((domain) => !parts.publicDomains.has(domain));
  return new Set([...parts.companyDomains, ...ofUsers]);
}
