package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.NewUser;
import org.jspecify.annotations.Nullable;

/** The body that makes a user: {@code {"name","profile","portal","external_id"}}, the last two being optional. */
final class UserRequest {

    private static final String EXTERNAL_ID =
            "a text, not blank, at most " + ExternalId.MAX_LENGTH + " characters, that the identity provider sends";

    private UserRequest() {}

    static Parsed<NewUser> read(byte[] body) {
        ManagementBody sent = new ManagementBody(body);
        String name = sent.name("name");
        String profile = sent.name("profile");
        boolean portal = sent.flag("portal");
        ExternalId externalId = externalId(sent);
        return sent.parsed(() -> new NewUser(name, profile, portal, externalId));
    }

    private static @Nullable ExternalId externalId(ManagementBody sent) {
        return switch (sent.value("external_id")) {
            case null -> null;
            case String text when ExternalId.isWellFormed(text) -> new ExternalId(text);
            default -> {
                sent.refuse("external_id", EXTERNAL_ID);
                yield null;
            }
        };
    }
}
