package dev.lockkeeper.adapter.rest.oauth;

import dev.lockkeeper.adapter.rest.limit.Allowances;
import dev.lockkeeper.domain.identity.OAuthClientId;
import java.time.Duration;
import java.util.function.Function;

/** How many access tokens a client is issued: each is good for an hour. Kept in this process alone. */
public final class ClientAllowance implements Function<OAuthClientId, Duration> {

    /** How many it may go on asking for. */
    public static final int TOKENS_PER_SECOND = 1;

    /** How many it may ask for at once, such as processes that start together. */
    public static final int TOKENS_AT_ONCE = 60;

    private final Allowances allowances = new Allowances(TOKENS_PER_SECOND, TOKENS_AT_ONCE);

    @Override
    public Duration apply(OAuthClientId client) {
        return allowances.take(client.toString());
    }
}
