import { createContext, useContext } from "react";
import type { Api } from "./api.ts";

const context = createContext<Api | undefined>(undefined);

export const ApiProvider = context.Provider;

export function useApi(): Api {
  const api = useContext(context);
  if (api === undefined) throw new Error("nobody is signed in here");
  return api;
}
