package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.application.identity.IssueToken;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body that issues an access token: {@code {"user_id","scopes","expires_in"}}; without the last it never expires. */
final class TokenRequest {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(IssueToken.LONGEST_LIFE.toSeconds());
    private static final String EXPIRES_IN = "a whole number of seconds from 1 to " + LONGEST;

    private TokenRequest() {}

    static Parsed<IssueToken.Wanted> read(byte[] body) {
        ManagementBody sent = new ManagementBody(body);
        UserId user = sent.user("user_id");
        Set<Scope> scopes = sent.scopes("scopes");
        Duration life = life(sent);
        return sent.parsed(() -> new IssueToken.Wanted(user, scopes, life));
    }

    private static @Nullable Duration life(ManagementBody sent) {
        return switch (sent.value("expires_in")) {
            case null -> null;
            case BigDecimal number when isWithinLimits(number) -> Duration.ofSeconds(number.longValueExact());
            default -> {
                sent.refuse("expires_in", EXPIRES_IN);
                yield null;
            }
        };
    }

    /** A number may be enormous, so its size is looked at before its digits. */
    private static boolean isWithinLimits(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) >= 0
                && number.compareTo(LONGEST) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
