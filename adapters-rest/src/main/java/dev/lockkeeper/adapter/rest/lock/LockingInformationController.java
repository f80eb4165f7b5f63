package dev.lockkeeper.adapter.rest.lock;

import static dev.lockkeeper.adapter.rest.document.Scopes.AND_ANY_OF;
import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.connection.EventLoop;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ZohoAnswers;
import dev.lockkeeper.adapter.rest.error.CrmWords;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LocksAtOnce;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.TargetRefusal;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockReason;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Zoho's {@code /crm/{version}/{module}/{record_id}/Locking_Information__s}. Bodies are JSON whatever their content type
 * says, and answers are JSON whatever a client accepts, as with Zoho.
 */
@ZohoAnswers
@ApiResponse(responseCode = "400", ref = "#/components/responses/LockRefused")
@Tag(name = "Locks")
@Controller("/crm/{version}/{module:[^/]+}/{recordId:[^/]+}/{relation:[^/]+}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class LockingInformationController {

    private static final String LOCKS = "ZohoCRM.modules.lockinginformation.ALL ZohoCRM.modules.lockinginformation.";
    private static final String MODULE = "ZohoCRM.modules.ALL ZohoCRM.modules." + RequiresScope.MODULE
            + ".ALL ZohoCRM.modules." + RequiresScope.MODULE + ".";

    private static final byte[] NO_BODY = {};

    private final LocksAtOnce atOnce;
    private final LockRecord lockRecord;
    private final ShowLock showLock;
    private final ChangeLockReason changeLockReason;
    private final UnlockRecord unlockRecord;
    private final PromptAnswers answers;
    private final Clock clock;

    LockingInformationController(
            LocksAtOnce atOnce,
            LockRecord lockRecord,
            ShowLock showLock,
            ChangeLockReason changeLockReason,
            UnlockRecord unlockRecord,
            PromptAnswers answers,
            Clock clock) {
        this.atOnce = atOnce;
        this.lockRecord = lockRecord;
        this.showLock = showLock;
        this.changeLockReason = changeLockReason;
        this.unlockRecord = unlockRecord;
        this.answers = answers;
        this.clock = clock;
    }

    @Post
    @RequiresScope({LOCKS + "CREATE", MODULE + "CREATE"})
    @Operation(
            operationId = "lockRecord",
            summary = "Lock a record",
            description = ANY_OF + LOCKS + "CREATE" + AND_ANY_OF + MODULE + "CREATE")
    @RequestBody(ref = "#/components/requestBodies/LockReason")
    @ApiResponse(responseCode = "201", ref = "#/components/responses/LockAdded")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/LockForbidden")
    CompletionStage<?> lock(HttpRequest<byte[]> request, @RequestBean LockUrl url) {
        return read(request, url, sent -> {
            User caller = Caller.of(request);
            LockRecord.Command command = new LockRecord.Command(url.path(), caller, reason(sent));
            return answers.answer(
                    request, atOnce.lock(command), () -> lockRecord.execute(command), outcome -> switch (outcome) {
                        case LockRecord.Locked locked -> LockAnswers.added(locked.lock(), caller.ref());
                        case LockRecord.NotPermitted() -> LockErrors.mayNotLock();
                        case LockRecord.ReasonRefused() -> fault(sent);
                        case LockRecord.AutomaticOnly() -> LockErrors.automaticOnly();
                        case LockRecord.AlreadyLocked() -> LockErrors.alreadyLocked();
                        case ElsewhereOutcome elsewhere -> LockErrors.elsewhere(elsewhere, request);
                        case TargetRefusal refusal -> LockErrors.target(refusal, request);
                    });
        });
    }

    @Get
    @RequiresScope({LOCKS + "READ", MODULE + "READ"})
    @Operation(
            operationId = "listLocks",
            summary = "Show a record's lock, with the fields asked for",
            description = ANY_OF + LOCKS + "READ" + AND_ANY_OF + MODULE + "READ")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/LockList")
    @ApiResponse(responseCode = "204", ref = "#/components/responses/NotLocked")
    CompletionStage<?> list(
            HttpRequest<?> request,
            @RequestBean LockUrl url,
            @QueryValue @Parameter(ref = "#/components/parameters/Fields") @Nullable String fields) {
        return served(request, url, () -> {
            String asked = fields == null ? "" : fields.strip();
            ShowLock.Query query = new ShowLock.Query(url.path(), null);
            return answers.answer(
                    request, atOnce.show(query), () -> showLock.execute(query), outcome -> switch (outcome) {
                        case ShowLock.Shown shown ->
                            asked.isEmpty()
                                    ? fieldsMissing()
                                    : asOf(
                                            shown.asOf(),
                                            LockAnswers.list(
                                                    LockingInformation.only(
                                                            asked,
                                                            LockingInformation.of(
                                                                    shown.module(),
                                                                    shown.locked(),
                                                                    Caller.of(request))),
                                                    shown.locked().lock().revision()));
                        case ShowLock.NotLocked(@Nullable Instant asOf) ->
                            asked.isEmpty() ? fieldsMissing() : asOf(asOf, HttpResponse.noContent());
                        case ShowLock.NoSuchLock() -> LockErrors.noSuchLock();
                        case ShowLock.Unsettled() -> Refusal.AUTHORITY_PENDING.answer(request);
                        case TargetRefusal refusal -> LockErrors.target(refusal, request);
                    });
        });
    }

    @Get("/{lockId:[^/]+}")
    @RequiresScope({LOCKS + "READ", MODULE + "READ"})
    @Operation(
            operationId = "showLock",
            summary = "Show a lock",
            description = ANY_OF + LOCKS + "READ" + AND_ANY_OF + MODULE + "READ")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Lock")
    CompletionStage<?> show(HttpRequest<?> request, @RequestBean LockUrl url, @IdSchema String lockId) {
        return served(request, url, () -> {
            ShowLock.Query query = new ShowLock.Query(url.path(), lockId);
            return answers.answer(
                    request, atOnce.show(query), () -> showLock.execute(query), outcome -> switch (outcome) {
                        case ShowLock.Shown shown ->
                            asOf(
                                    shown.asOf(),
                                    LockAnswers.single(
                                            LockingInformation.of(shown.module(), shown.locked(), Caller.of(request)),
                                            shown.locked().lock().revision()));
                        case ShowLock.NotLocked _, ShowLock.NoSuchLock _ -> LockErrors.noSuchLock();
                        case ShowLock.Unsettled() -> Refusal.AUTHORITY_PENDING.answer(request);
                        case TargetRefusal refusal -> LockErrors.target(refusal, request);
                    });
        });
    }

    @Put("/{lockId:[^/]+}")
    @RequiresScope({LOCKS + "UPDATE", MODULE + "UPDATE"})
    @Operation(
            operationId = "changeLockReason",
            summary = "Give a lock another reason",
            description = ANY_OF + LOCKS + "UPDATE" + AND_ANY_OF + MODULE + "UPDATE")
    @RequestBody(ref = "#/components/requestBodies/LockReason")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/LockUpdated")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/LockForbidden")
    CompletionStage<?> change(HttpRequest<byte[]> request, @RequestBean LockUrl url, @IdSchema String lockId) {
        return read(request, url, sent -> {
            ChangeLockReason.Command command =
                    new ChangeLockReason.Command(url.path(), lockId, Caller.of(request), reason(sent));
            return answers.answer(
                    request,
                    atOnce.changeReason(command),
                    () -> changeLockReason.execute(command),
                    outcome -> switch (outcome) {
                        case ChangeLockReason.Changed changed ->
                            LockAnswers.updated(changed.lock(), changed.revision());
                        case ChangeLockReason.NoSuchLock() -> LockErrors.noSuchLock();
                        case ChangeLockReason.NotPermitted() -> LockErrors.mayNotLock();
                        case ChangeLockReason.ReasonRefused() -> fault(sent);
                        case ChangeLockReason.HeldByRule() -> LockErrors.heldByRule();
                        case ElsewhereOutcome elsewhere -> LockErrors.elsewhere(elsewhere, request);
                        case TargetRefusal refusal -> LockErrors.target(refusal, request);
                    });
        });
    }

    @Delete("/{lockId:[^/]+}")
    @RequiresScope({LOCKS + "DELETE", MODULE + "DELETE"})
    @Operation(
            operationId = "unlockRecord",
            summary = "Unlock a record",
            description = ANY_OF + LOCKS + "DELETE" + AND_ANY_OF + MODULE + "DELETE")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/LockRemoved")
    @ApiResponse(responseCode = "403", ref = "#/components/responses/LockForbidden")
    CompletionStage<?> unlock(HttpRequest<?> request, @RequestBean LockUrl url, @IdSchema String lockId) {
        return served(request, url, () -> {
            UnlockRecord.Command command = new UnlockRecord.Command(url.path(), lockId, Caller.of(request));
            return answers.answer(
                    request, atOnce.unlock(command), () -> unlockRecord.execute(command), outcome -> switch (outcome) {
                        case UnlockRecord.Unlocked unlocked ->
                            LockAnswers.removed(unlocked.lock(), unlocked.revision());
                        case UnlockRecord.NoSuchLock() -> LockErrors.noSuchLock();
                        case UnlockRecord.NotPermitted() -> LockErrors.mayNotUnlock();
                        case UnlockRecord.HeldByRule() -> LockErrors.heldByRule();
                        case ElsewhereOutcome elsewhere -> LockErrors.elsewhere(elsewhere, request);
                        case TargetRefusal refusal -> LockErrors.target(refusal, request);
                    });
        });
    }

    /** Where a CRM decides, since when changes that people or rules made there may not have been seen. */
    private HttpResponse<?> asOf(@Nullable Instant asOf, HttpResponse<?> answer) {
        return CrmWords.aged(answer, asOf == null ? null : Duration.between(asOf, clock.instant()));
    }

    private static HttpResponse<?> fieldsMissing() {
        return ZohoError.missingParameter("fields").answer(HttpStatus.BAD_REQUEST);
    }

    private static CompletionStage<HttpResponse<?>> served(
            HttpRequest<?> request, LockUrl url, Supplier<CompletionStage<HttpResponse<?>>> answer) {
        return url.isServed() ? answer.get() : CompletableFuture.completedStage(Refusal.UNKNOWN_URL.answer(request));
    }

    private CompletionStage<HttpResponse<?>> read(
            HttpRequest<byte[]> request,
            LockUrl url,
            Function<LockRecordRequest.Result, CompletionStage<HttpResponse<?>>> answer) {
        byte[] body = request.getBody().orElse(NO_BODY);
        return served(
                request,
                url,
                () -> body.length > EventLoop.LONGEST_BODY
                        ? answers.elsewhere(() -> LockRecordRequest.read(body)).thenCompose(answer)
                        : answer.apply(LockRecordRequest.read(body)));
    }

    private static @Nullable LockReason reason(LockRecordRequest.Result sent) {
        return switch (sent) {
            case LockRecordRequest.Read(LockReason reason) -> reason;
            case LockRecordRequest.Unreadable(LockBodyFault _) -> null;
        };
    }

    private static HttpResponse<?> fault(LockRecordRequest.Result sent) {
        return switch (sent) {
            case LockRecordRequest.Unreadable(LockBodyFault fault) -> fault.answer();
            case LockRecordRequest.Read(LockReason reason) ->
                throw new IllegalStateException("A reason of " + reason.text().length() + " chars was refused");
        };
    }
}
