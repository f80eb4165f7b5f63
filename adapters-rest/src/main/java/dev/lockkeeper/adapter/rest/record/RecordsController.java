package dev.lockkeeper.adapter.rest.record;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.adapter.rest.request.FencingToken;
import dev.lockkeeper.application.crm.RefreshRecord;
import dev.lockkeeper.application.record.RemoveRecord;
import dev.lockkeeper.application.record.ReportRecords;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.ReportedRecord;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The management API's reports of records: one, many, that one is gone, or that one is to be looked at. Bodies are JSON whatever they claim to be. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/records/{module:[^/]+}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordsController {

    private static final String SCOPE = "lockkeeper.records.write";

    private static final byte[] NO_BODY = {};

    private final ReportRecords reportRecords;
    private final RemoveRecord removeRecord;
    private final RefreshRecord refreshRecord;

    RecordsController(ReportRecords reportRecords, RemoveRecord removeRecord, RefreshRecord refreshRecord) {
        this.reportRecords = reportRecords;
        this.removeRecord = removeRecord;
        this.refreshRecord = refreshRecord;
    }

    @Put("/{recordId:[^/]+}")
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "reportRecord",
            summary = "Report that a record was made or changed, and have the rules judge it",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/Record")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Record")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> report(
            HttpRequest<byte[]> request,
            @PathVariable @Parameter(ref = "#/components/parameters/Module") String module,
            @PathVariable @IdSchema String recordId) {
        Optional<RecordId> id = RecordId.parse(recordId);
        if (id.isEmpty()) {
            return invalidRecordId();
        }
        return switch (RecordRequest.single(request.getBody().orElse(NO_BODY), id.get())) {
            case RecordRequest.Unreadable<CrmRecord>(String _, String detail) ->
                Problem.answer(HttpStatus.BAD_REQUEST, detail);
            case RecordRequest.Read<CrmRecord>(CrmRecord record) ->
                switch (reportRecords.execute(command(request, module, List.of(record)))) {
                    case ReportRecords.Reported reported -> {
                        ReportedRecord only = reported.records().getFirst();
                        yield FencingToken.on(json(RecordResponse.from(only, reported)), only.revision());
                    }
                    case ReportRecords.UnknownModule() -> unknownModule(module);
                };
        };
    }

    @Post
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "reportRecords",
            summary = "Report up to 1000 records of a module",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/Records")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Records")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> reportMany(
            HttpRequest<byte[]> request,
            @PathVariable @Parameter(ref = "#/components/parameters/Module") String module) {
        return switch (RecordRequest.bulk(request.getBody().orElse(NO_BODY))) {
            case RecordRequest.Unreadable<List<RecordRequest.Result<CrmRecord>>>(String _, String detail) ->
                Problem.answer(HttpStatus.BAD_REQUEST, detail);
            case RecordRequest.Read<List<RecordRequest.Result<CrmRecord>>>(var sent) ->
                switch (reportRecords.execute(command(request, module, readable(sent)))) {
                    case ReportRecords.Reported reported -> json(Map.of("results", results(sent, reported)));
                    case ReportRecords.UnknownModule() -> unknownModule(module);
                };
        };
    }

    @Delete("/{recordId:[^/]+}")
    @RequiresScope(SCOPE)
    @Operation(operationId = "removeRecord", summary = "Report that a record is gone", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "204", ref = "#/components/responses/RecordRemoved")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ProblemConflict")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> remove(
            HttpRequest<?> request,
            @PathVariable @Parameter(ref = "#/components/parameters/Module") String module,
            @PathVariable @IdSchema String recordId) {
        return switch (removeRecord.execute(new RemoveRecord.Command(module, recordId, Caller.of(request)))) {
            case RemoveRecord.Removed(@Nullable Revision unlocked) ->
                unlocked == null ? HttpResponse.noContent() : FencingToken.on(HttpResponse.noContent(), unlocked);
            case RemoveRecord.StillLocked() ->
                Problem.answer(HttpStatus.CONFLICT, "The CRM says that the record is locked, so it is not gone.");
            case RemoveRecord.NotKnown() -> Refusal.AUTHORITY_UNAVAILABLE.answer(request);
            case RemoveRecord.UnknownModule() -> unknownModule(module);
            case RemoveRecord.InvalidRecordId() -> invalidRecordId();
        };
    }

    @Post("/{recordId:[^/]+}/refresh")
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "refreshRecord",
            summary = "Compare a record's lock with the CRM's at once, where a CRM decides",
            description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Record")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> refresh(
            HttpRequest<?> request,
            @PathVariable @Parameter(ref = "#/components/parameters/Module") String module,
            @PathVariable @IdSchema String recordId) {
        return switch (refreshRecord.execute(new RefreshRecord.Command(module, recordId))) {
            case RefreshRecord.Refreshed refreshed ->
                FencingToken.on(json(RecordResponse.from(refreshed)), refreshed.revision());
            case RefreshRecord.Changing() -> Refusal.AUTHORITY_PENDING.answer(request);
            case RefreshRecord.NotKnown() -> Refusal.AUTHORITY_UNAVAILABLE.answer(request);
            case RefreshRecord.UnknownModule() -> unknownModule(module);
            case RefreshRecord.InvalidRecordId() -> invalidRecordId();
        };
    }

    private static ReportRecords.Command command(HttpRequest<?> request, String module, List<CrmRecord> records) {
        return new ReportRecords.Command(module, records, Caller.of(request));
    }

    private static List<CrmRecord> readable(List<RecordRequest.Result<CrmRecord>> sent) {
        List<CrmRecord> records = new ArrayList<>();
        for (RecordRequest.Result<CrmRecord> result : sent) {
            if (result instanceof RecordRequest.Read<CrmRecord>(CrmRecord record)) {
                records.add(record);
            }
        }
        return records;
    }

    /** In the order of the report: the good ones as they stand now, and each bad one with its own error in its place. */
    private static List<Object> results(List<RecordRequest.Result<CrmRecord>> sent, ReportRecords.Reported reported) {
        Iterator<ReportedRecord> records = reported.records().iterator();
        List<Object> results = new ArrayList<>();
        for (RecordRequest.Result<CrmRecord> result : sent) {
            results.add(
                    switch (result) {
                        case RecordRequest.Read<CrmRecord> _ -> RecordResponse.from(records.next(), reported);
                        case RecordRequest.Unreadable<CrmRecord>(@Nullable String id, String detail) ->
                            error(id, detail);
                    });
        }
        return results;
    }

    private static Map<String, @Nullable Object> error(@Nullable String id, String detail) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("id", id);
        error.put("error", Problem.of(HttpStatus.BAD_REQUEST, detail));
        return error;
    }

    private static MutableHttpResponse<?> json(Object body) {
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static HttpResponse<?> unknownModule(String module) {
        return Problem.answer(HttpStatus.NOT_FOUND, "There is no module " + module + ".");
    }

    private static HttpResponse<?> invalidRecordId() {
        return Problem.answer(HttpStatus.BAD_REQUEST, "record_id: a positive 64-bit integer without leading zeros");
    }
}
