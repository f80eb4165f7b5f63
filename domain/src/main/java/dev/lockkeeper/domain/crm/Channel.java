package dev.lockkeeper.domain.crm;

import java.time.Instant;

/**
 * Over which the CRM is to tell of a module's records.
 *
 * @param id chosen here
 * @param module the module's api name
 * @param token which the CRM repeats in each message, so that nobody else can send one; at most
 *     {@value #MAX_TOKEN_LENGTH} characters
 * @param expiresAt at most {@link Crm#LONGEST_CHANNEL} from now
 */
public record Channel(ChannelId id, String module, String token, Instant expiresAt) {

    /** What Zoho's documentation of notifications allows. */
    public static final int MAX_TOKEN_LENGTH = 50;

    public Channel {
        if (token.isEmpty() || token.length() > MAX_TOKEN_LENGTH) {
            throw new IllegalArgumentException("A channel's token has 1 to " + MAX_TOKEN_LENGTH + " characters");
        }
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "Channel[" + id + ", " + module + "]";
    }
}
