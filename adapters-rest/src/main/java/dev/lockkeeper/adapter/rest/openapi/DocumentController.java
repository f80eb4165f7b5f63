package dev.lockkeeper.adapter.rest.openapi;

import dev.lockkeeper.adapter.rest.document.OpenAnswers;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.OpenToAll;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The API document, and a page that shows it: for everyone, since neither tells what the service holds. */
@OpenAPIDefinition(
        info = @Info(title = "Lockkeeper", version = "1", description = DocumentController.DESCRIPTION),
        servers = @Server(url = "/", description = "Where this document comes from."),
        tags = {
            @Tag(name = "Locks", description = "Zoho's Locking_Information__s, one record at a time."),
            @Tag(name = "Configurations", description = "Zoho's record_locking_configurations, one for a module."),
            @Tag(name = "Metadata", description = "Zoho's modules and fields, as far as its SDK asks for them."),
            @Tag(name = "Decisions", description = "OpenID AuthZEN Authorization API 1.0. Errors are strings."),
            @Tag(name = "Management", description = "What Zoho has no calls for. Errors are RFC 9457 problem details."),
            @Tag(name = "OAuth", description = "Where programs get access tokens by themselves."),
            @Tag(name = "Zoho CRM", description = "What Zoho CRM tells, where it decides."),
            @Tag(name = "Process", description = "How the service is, and this document.")
        })
@OpenAnswers
@Tag(name = "Process")
@Controller
@Produces(MediaType.ALL)
final class DocumentController {

    static final String DESCRIPTION = """
            Record locking beside Zoho CRM: Zoho's own contract under `/crm`, and what it has no calls for under `/api/v1`;
            and decisions, by OpenID AuthZEN, under `/access/v1`.

            An address that is not here answers 404. One that is here answers a method that it does not have with 403
            `INVALID_REQUEST_METHOD`, as Zoho does, and with 405 under `/api/v1` and `/access/v1`, whose errors are
            problem details and strings of `text/plain`. One that is not well-formed answers 400, whoever asks, and the
            connection ends. Bodies are JSON whatever their content type says, but under `/access/v1`, where that has to be
            `application/json`. A trailing slash makes no difference, HEAD is GET without the body of the answer, and parameters
            and headers that a call does not know are passed over.""";

    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    @Get("/openapi/lockkeeper.yaml")
    @OpenToAll
    @Operation(operationId = "showDocument", summary = "This document")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Document")
    HttpResponse<?> document() {
        return answer(DocumentFile.DOCUMENT);
    }

    @Get("/docs")
    @OpenToAll
    @Operation(operationId = "showDocumentPage", summary = "This document as a page")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/DocumentPage")
    HttpResponse<?> page() {
        return answer(DocumentFile.PAGE);
    }

    @Get("/docs/{file:[^/]+}")
    @OpenToAll
    @Operation(operationId = "showDocumentPageFile", summary = "A file of the page")
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
