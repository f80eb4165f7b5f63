package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.adapter.rest.page.PageRequest;
import dev.lockkeeper.application.identity.ListProfiles;
import dev.lockkeeper.application.identity.PutProfile;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** The management API's profiles. Bodies are JSON whatever their content type. */
@Controller("/api/v1/profiles")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProfilesController {

    private static final byte[] NO_BODY = {};

    private final PutProfile putProfile;
    private final ListProfiles listProfiles;

    ProfilesController(PutProfile putProfile, ListProfiles listProfiles) {
        this.putProfile = putProfile;
        this.listProfiles = listProfiles;
    }

    @Put("/{name:[^/]+}")
    @RequiresScope("lockkeeper.admin")
    HttpResponse<?> put(HttpRequest<byte[]> request, @PathVariable String name) {
        Parsed<NewProfile> sent = ProfileRequest.read(name, request.getBody().orElse(NO_BODY));
        return switch (putProfile.execute(new PutProfile.Command(Caller.of(request), sent.wanted()))) {
            case PutProfile.Put(Profile profile) -> ManagementAnswers.ok(HttpStatus.OK, ProfileResponse.from(profile));
            case PutProfile.NotPermitted() -> ManagementAnswers.mayNotAdminister();
            case PutProfile.ProfileRefused() -> sent.refusal();
            case PutProfile.LastAdministrator() ->
                Problem.answer(
                        HttpStatus.CONFLICT,
                        "permissions: without administer here, nobody's access token could administer any more");
        };
    }

    @Get
    @RequiresScope("lockkeeper.admin")
    HttpResponse<?> list(
            HttpRequest<?> request, @QueryValue @Nullable String limit, @QueryValue @Nullable String cursor) {
        return switch (PageRequest.read(limit, cursor)) {
            case PageRequest.Read(@Nullable Long place, int most) -> {
                ProfileId after = place == null ? null : new ProfileId(place);
                yield ManagementAnswers.list(
                        listProfiles.execute(new ListProfiles.Query(Caller.of(request), after, most)),
                        ProfileResponse::from,
                        profile -> profile.id().value());
            }
            case PageRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
        };
    }
}
