package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.CrmReply.Answered;
import dev.lockkeeper.domain.crm.CrmReply.Refused;
import dev.lockkeeper.domain.crm.CrmReply.Unavailable;
import dev.lockkeeper.domain.crm.CrmReply.Unknown;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.crm.SharedTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes calls: with a token, in turn, within a bounded time; repeats what is known not to have been taken. */
final class Calls implements AutoCloseable {

    /** A call that found no connection is tried once more. */
    private static final int CONNECT_REPEATS = 1;

    private static final int TOO_MANY_REPEATS = 3;

    /** Questions only. */
    private static final int LOST_REPEATS = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration NOT_LET_IN_RETRY = Duration.ofMinutes(1);
    private static final Duration CREDITS_RETRY = Duration.ofMinutes(10);
    private static final String SCHEME = "Zoho-oauthtoken ";

    /** No token has been refused yet. */
    private static final long NONE = -1;

    private final ZohoAccount account;
    private final Secrets secrets;
    private final Wire wire;
    private final Tokens tokens;
    private final Turns turns = new Turns();
    private final Usage usage;
    private final Fuse fuse;
    private final Standing standing = new Standing();
    private final Judge judge = new Judge(standing);
    private final Counts counts = new Counts();

    Calls(ZohoAccount account, SharedTokens tokens, CrmUse use, InstantSource clock) {
        this.account = account;
        this.secrets = new Secrets(account);
        // One more than turns, since a connection that is closing still counts.
        this.wire = new Wire(account.apiUrl(), account.concurrency() + 1, account.callTimeout());
        this.tokens = new Tokens(account, tokens, clock);
        this.usage = new Usage(account, use, turns, clock);
        this.fuse = new Fuse(account, clock);
    }

    /** @param reader throws {@link NotUnderstood} */
    <T> CrmReply<T> make(Ask ask, boolean background, Function<Document, T> reader) {
        CrmReply<T> reply = new Attempts<>(ask, background, reader).reply();
        counts.add(ask.kind(), CallResult.of(reply));
        return reply;
    }

    /** The attempts at one call. */
    private final class Attempts<T> {

        private final Ask ask;
        private final boolean background;
        private final Function<Document, T> reader;
        private final Patience patience = new Patience(account.longestWait());
        private long refusedToken = NONE;
        private int unconnected;
        private int tooMany;
        private int lost;

        Attempts(Ask ask, boolean background, Function<Document, T> reader) {
            this.ask = ask;
            this.background = background;
            this.reader = reader;
        }

        CrmReply<T> reply() {
            while (true) {
                usage.join();
                if (background && !usage.backgroundMayCall()) {
                    return new Unavailable<>(CREDITS_RETRY);
                }
                Duration blown = fuse.blownFor();
                if (blown != null) {
                    return new Unavailable<>(blown);
                }
                switch (tokens.access(refusedToken, patience)) {
                    case Access.Denied denied -> {
                        return denied(denied);
                    }
                    case Access.Granted granted -> {
                        CrmReply<T> reply = replyTo(once(granted), granted);
                        if (reply != null) {
                            return reply;
                        }
                    }
                }
            }
        }

        private CrmReply<T> denied(Access.Denied denied) {
            if (denied.lettingIn()) {
                standing.failed(denied.reason());
            } else {
                standing.notLetIn(denied.reason());
            }
            return new Unavailable<>(denied.retryAfter());
        }

        /** The reply, or null when the call is to be repeated. */
        private @Nullable CrmReply<T> replyTo(Verdict<T> verdict, Access.Granted used) {
            return switch (verdict) {
                case Verdict.Done<T>(T value) -> new Answered<>(value);
                case Verdict.Refused<T>(var refusal) -> new Refused<>(refusal);
                case Verdict.NotSent<T>(Duration retryAfter) -> new Unavailable<>(retryAfter);
                case Verdict.NotLetIn<T> _ -> new Unavailable<>(NOT_LET_IN_RETRY);
                case Verdict.NotConnected<T> _ ->
                    repeats(unconnected++, CONNECT_REPEATS) ? null : new Unavailable<>(RETRY);
                case Verdict.TooMany<T> _ -> repeats(tooMany++, TOO_MANY_REPEATS) ? null : new Unavailable<>(RETRY);
                case Verdict.Lost<T> _ -> {
                    if (ask.isChange()) {
                        yield new Unknown<>();
                    }
                    yield repeats(lost++, LOST_REPEATS) ? null : new Unavailable<>(RETRY);
                }
                case Verdict.TokenRefused<T> _ -> {
                    if (refusedToken == NONE) {
                        refusedToken = used.generation();
                        yield null;
                    }
                    standing.notLetIn("Zoho does not accept the tokens that it gives");
                    yield new Unavailable<>(NOT_LET_IN_RETRY);
                }
            };
        }

        private boolean repeats(int before, int most) {
            return before < most && patience.pause(FIRST_PAUSE.multipliedBy(1L << before));
        }

        private Verdict<T> once(Access.Granted granted) {
            MutableHttpRequest<?> request = request(granted.token());
            if (!turns.take(background, patience.left())) {
                return new Verdict.NotSent<>(RETRY);
            }
            try {
                if (!fuse.permits()) {
                    return new Verdict.NotSent<>(fuse.retryAfter());
                }
                return send(request, granted.token());
            } finally {
                turns.giveBack(background);
            }
        }

        private Verdict<T> send(MutableHttpRequest<?> request, String token) {
            long start = System.nanoTime();
            usage.sent();
            Verdict<T> verdict = switch (wire.send(request)) {
                case Heard.NoConnection _ -> {
                    standing.failed("Zoho cannot be reached");
                    yield new Verdict.NotConnected<T>();
                }
                case Heard.NoAnswer _ -> {
                    standing.failed("Zoho does not answer");
                    yield new Verdict.Lost<T>(true);
                }
                case Heard.Response response -> {
                    usage.remaining(response.creditsRemaining());
                    yield judge.judge(ask.kind(), response.status(), secrets.hide(response.body(), token), reader);
                }
            };
            note(verdict, System.nanoTime() - start);
            return verdict;
        }

        private void note(Verdict<T> verdict, long nanos) {
            switch (verdict) {
                case Verdict.Done<T> _, Verdict.Refused<T> _ -> {
                    tokens.accepted();
                    fuse.succeeded(nanos);
                }
                case Verdict.TooMany<T> _ -> {
                    usage.turnedAway();
                    fuse.succeeded(nanos);
                }
                case Verdict.TokenRefused<T> _, Verdict.NotLetIn<T> _, Verdict.NotSent<T> _ -> fuse.succeeded(nanos);
                case Verdict.NotConnected<T> _ -> fuse.failed(nanos);
                case Verdict.Lost<T>(boolean broken) -> {
                    if (broken) {
                        fuse.failed(nanos);
                    } else {
                        fuse.succeeded(nanos);
                    }
                }
            }
        }

        private MutableHttpRequest<?> request(String token) {
            MutableHttpRequest<String> request = HttpRequest.<String>create(ask.method(), ask.path())
                    .header("Authorization", SCHEME + token)
                    .accept(MediaType.APPLICATION_JSON_TYPE);
            return ask.body() == null
                    ? request
                    : request.contentType(MediaType.APPLICATION_JSON_TYPE).body(Json.write(ask.body()));
        }
    }

    CrmStatus status() {
        return standing.status(fuse.blownFor() != null);
    }

    ZohoFigures figures() {
        return new ZohoFigures(
                counts.all(),
                usage.requests(),
                usage.timesTurnedAway(),
                usage.creditsUsed(),
                usage.creditsRemaining(),
                turns.limit(),
                turns.taken(),
                turns.waiting(),
                fuse.state(),
                tokens.renewals(),
                tokens.failures());
    }

    @Override
    public void close() {
        usage.close();
        tokens.close();
        wire.close();
    }
}
