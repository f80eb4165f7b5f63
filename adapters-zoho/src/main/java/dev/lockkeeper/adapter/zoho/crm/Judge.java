package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.crm.CrmRefusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what an answer of Zoho means. */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Standing standing;

    Judge(Standing standing) {
        this.standing = standing;
    }

    /**
     * @param status of HTTP
     * @param body without secrets
     * @param reader throws {@link NotUnderstood}
     */
    <T> Verdict<T> judge(CallKind kind, int status, String body, Function<Document, T> reader) {
        if (status >= 200 && status <= 299) {
            return success(kind, status, body, reader);
        }
        if (status < 400 || status > 499 || status == REQUEST_TIMEOUT) {
            standing.failed("Zoho answers " + status);
            return new Verdict.Lost<>(true);
        }
        Document document = Json.read(body);
        if (status == TOO_MANY_REQUESTS) {
            return new Verdict.TooMany<>();
        }
        if (status == UNAUTHORIZED) {
            return unauthorized(kind, document == null ? null : document.findText("code"));
        }
        if (document == null) {
            // Not Zoho's words, but of somebody in between: what became of the call, nobody knows.
            standing.failed("Zoho answers " + status + " with what is no JSON object");
            return new Verdict.Lost<>(true);
        }
        standing.understood(kind);
        return new Verdict.Refused<>(Refusals.of(status, document));
    }

    private <T> Verdict<T> success(CallKind kind, int status, String body, Function<Document, T> reader) {
        Document document = status == NO_CONTENT ? Document.EMPTY : Json.read(body);
        if (document == null) {
            standing.failed("Zoho answers " + status + " with what is no JSON object");
            return new Verdict.Lost<>(true);
        }
        CrmRefusal refusal = Refusals.withinSuccess(document);
        if (refusal != null) {
            standing.understood(kind);
            return new Verdict.Refused<>(refusal);
        }
        try {
            T value = reader.apply(document);
            standing.understood(kind);
            return new Verdict.Done<>(value);
        } catch (NotUnderstood e) {
            LOG.warn("Zoho's answer to {}: {}", kind, e.getMessage());
            return new Verdict.Lost<>(false);
        }
    }

    private <T> Verdict<T> unauthorized(CallKind kind, @Nullable String code) {
        return switch (code == null ? "" : code) {
            case "INVALID_TOKEN" -> new Verdict.TokenRefused<>();
            case "OAUTH_SCOPE_MISMATCH" -> {
                standing.withoutScope(kind);
                yield new Verdict.NotLetIn<>();
            }
            default -> {
                standing.notLetIn("Zoho does not accept the token: "
                        + (code != null && code.matches("[A-Z_]{1,60}") ? code : "401"));
                yield new Verdict.NotLetIn<>();
            }
        };
    }
}
