import { inArea, type Operation } from "../operation.ts";
import { getCallsInSpecificFolderRequest } from "../schemas/get-calls-in-specific-folder.ts";
import { getLibraryStructureRequest } from "../schemas/get-library-structure.ts";

const library = inArea("Library");

export const libraryOperations: readonly Operation[] = [
  library.served("getCallsInSpecificFolder", "GET /v2/library/folder-content", "api:library:read", {
    query: ["folderId"],
    request: getCallsInSpecificFolderRequest,
    differences: [
      "`folderId` is required; the document says that it may be left out, and not what is answered then.",
      "A key that acts for a user is shown the calls that the user may see.",
    ],
  }),
  library.served("getLibraryStructure", "GET /v2/library/folders", "api:library:read", {
    query: ["workspaceId"],
    request: getLibraryStructureRequest,
    differences: [
      "There are none until they are made on `/tamtam/v1/library/folders`; Gong's tenants come with some.",
      "All folders are public.",
    ],
  }),
];
