/** The page around Swagger UI. Its addresses are relative, so it also works below a proxy's path. */
export function docsPage(version: string): string {
  const query = `?v=${encodeURIComponent(version)}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tamtam HTTP reference</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="docs/swagger-ui.css${query}">
  </head>
  <body>
    <noscript>This page needs JavaScript; the same is at <a href="openapi.json">openapi.json</a>.</noscript>
    <div id="docs"></div>
    <script src="docs/swagger-ui-bundle.js${query}"></script>
    <script src="docs/start.js${query}"></script>
  </body>
</html>
`;
}

/**
 * A file of its own as the page allows no inline scripts. No validator: it would send the document to another server.
 */
export const docsScript = `SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#docs",
  validatorUrl: null,
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
});
`;
