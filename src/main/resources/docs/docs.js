"use strict";

// A validator elsewhere would learn of every visit, and the page is to need nothing but this server.
// The address of the page leads to the operations of the first API only.
for (const section of document.querySelectorAll("[data-api]")) {
  SwaggerUIBundle({
    url: section.dataset.api,
    dom_id: "#" + section.id,
    deepLinking: section.id === "docs",
    validatorUrl: null,
    defaultModelsExpandDepth: 0,
  });
}
