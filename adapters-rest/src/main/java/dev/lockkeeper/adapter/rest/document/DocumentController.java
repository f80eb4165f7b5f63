package dev.lockkeeper.adapter.rest.document;

import dev.lockkeeper.adapter.rest.error.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The API document, and a page that shows it: for everyone, since neither tells what the service holds. */
@OpenAPIDefinition(
        info = @Info(title = "Lockkeeper", version = "1", description = "Record locking beside Zoho CRM."),
        servers = @Server(url = "/", description = "Where this document comes from."),
        tags = {
            @Tag(name = "Locks", description = "Zoho's Locking_Information__s, one record at a time."),
            @Tag(name = "Configurations", description = "Zoho's record_locking_configurations, one for a module."),
            @Tag(name = "Metadata", description = "Zoho's modules and fields, as far as its SDK asks for them."),
            @Tag(name = "Management", description = "What Zoho has no calls for. Errors are RFC 9457 problem details."),
            @Tag(name = "Process", description = "How the service is, and this document. No call needs a token.")
        })
@OpenAnswers
@Tag(name = "Process")
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class DocumentController {

    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    @Get("/openapi/lockkeeper.yaml")
    @Operation(operationId = "showDocument", summary = "This document")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Document")
    HttpResponse<?> document() {
        return answer(DocumentFile.DOCUMENT);
    }

    @Get("/docs")
    @Operation(operationId = "showDocumentPage", summary = "This document as a page")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", ref = "#/components/responses/DocumentPage")
    HttpResponse<?> page() {
        return answer(DocumentFile.PAGE);
    }

    @Get("/docs/{file:[^/]+}")
    @Operation(operationId = "showDocumentPageFile", summary = "A file of the page")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", ref = "#/components/responses/DocumentPageFile")
    HttpResponse<?> file(
            HttpRequest<?> request, @PathVariable @Parameter(ref = "#/components/parameters/PageFile") String file) {
        return DocumentFile.ofPage(file)
                .<HttpResponse<?>>map(DocumentController::answer)
                .orElseGet(() -> Refusal.UNKNOWN_URL.answer(request));
    }

    private static HttpResponse<?> answer(DocumentFile file) {
        return HttpResponse.ok(file.content()).contentType(file.type()).header("Content-Security-Policy", PAGE_POLICY);
    }
}
