package dev.lockkeeper.adapter.rest.notification;

import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.OpenToAll;
import dev.lockkeeper.application.crm.TakeNotification;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/** Where Zoho CRM tells that records changed. It has no access token; the message carries the token of its channel. */
@ApiResponse(responseCode = "400", ref = "#/components/responses/ProblemBadRequest")
@ApiResponse(responseCode = "403", ref = "#/components/responses/ProblemForbidden")
@ApiResponse(responseCode = "413", ref = "#/components/responses/ProblemTooLarge")
@ApiResponse(responseCode = "429", ref = "#/components/responses/ProblemTooManyRequests")
@ApiResponse(responseCode = "500", ref = "#/components/responses/ProblemInternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/ProblemUnavailable")
@Tag(name = "Zoho CRM")
@Controller("/zoho/notifications")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotificationsController {

    private static final byte[] NO_BODY = {};

    private final TakeNotification takeNotification;

    NotificationsController(TakeNotification takeNotification) {
        this.takeNotification = takeNotification;
    }

    @Post
    @OpenToAll
    @Operation(operationId = "takeNotification", summary = "Take note that records changed in Zoho CRM")
    @RequestBody(ref = "#/components/requestBodies/Notification")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/NotificationTaken")
    HttpResponse<?> take(HttpRequest<byte[]> request) {
        return switch (NotificationRequest.read(request.getBody().orElse(NO_BODY))) {
            case NotificationRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
            case NotificationRequest.Read(TakeNotification.Command command) ->
                switch (takeNotification.execute(command)) {
                    case TakeNotification.Noted(int records) ->
                        HttpResponse.ok(Map.of("records", records)).contentType(MediaType.APPLICATION_JSON_TYPE);
                    case TakeNotification.UnknownChannel() ->
                        Problem.answer(HttpStatus.FORBIDDEN, "There is no such channel, or this is not its token.");
                    case TakeNotification.InvalidRecordId() ->
                        Problem.answer(HttpStatus.BAD_REQUEST, "ids: each is the id of a record");
                };
        };
    }
}
