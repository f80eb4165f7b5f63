// The page's own script stands in a file, since its content security policy lets no other run.
SwaggerUIBundle({
  url: "/openapi/lockkeeper.yaml",
  dom_id: "#document",
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  deepLinking: true,
  tryItOutEnabled: true,
  showExtensions: true, // x-scopes
  validatorUrl: null, // Else it would send the document to another host.
});
