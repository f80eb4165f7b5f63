package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.Answer;
import dev.lockkeeper.domain.lock.history.Call;
import dev.lockkeeper.domain.lock.history.History;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of one user for the locks of a few records, recorded as operations. */
final class RecordedCalls {

    private static final long USER = 1;
    private static final Pattern SHOWN =
            Pattern.compile("\"Locked_Reason__s\":\"([^\"]*)\",\"\\$editable\":true,\"id\":\"([0-9]+)\"");

    private final String module;
    private final List<RecordKey> keys;
    private final History history;
    private final Map<RecordKey, LockId> known = new ConcurrentHashMap<>();

    RecordedCalls(String module, List<RecordKey> keys, History history) {
        this.module = module;
        this.keys = keys;
        this.history = history;
    }

    /** One call of any kind, for any of the records. */
    void callAny(Client client, Random random) {
        RecordKey key = keys.get(random.nextInt(keys.size()));
        LockId lock = known.get(key);
        int kind = random.nextInt(10);
        String reason = "reason " + random.nextInt(1_000_000);
        if (kind < 3) {
            show(client, key);
        } else if (lock == null || kind < 6) {
            lock(client, key, reason);
        } else if (kind < 8) {
            change(key, new Call.Release(lock, USER, false), () -> client.unlock(module, id(key), lock.toString()));
        } else {
            change(
                    key,
                    new Call.ChangeReason(lock, USER, false, reason),
                    () -> client.send(
                            "PUT",
                            Client.path(module, id(key)) + "/" + lock,
                            "{\"data\":[{\"Locked_Reason__s\":\"" + reason + "\"}]}"));
        }
    }

    private static long id(RecordKey key) {
        return key.record().value();
    }

    private void show(Client client, RecordKey key) {
        recorded(key, new Call.Find(), () -> client.list(module, id(key)), answer -> {
            if (answer.statusCode() == 204) {
                return new Answer.NotLocked();
            }
            Matcher shown = SHOWN.matcher(answer.body());
            assertThat(shown.find())
                    .as("%d %s", answer.statusCode(), answer.body())
                    .isTrue();
            LockId lock = new LockId(Long.parseLong(shown.group(2)));
            known.put(key, lock);
            return new Answer.Shown(lock, shown.group(1));
        });
    }

    private void lock(Client client, RecordKey key, String reason) {
        recorded(key, new Call.Acquire(USER, reason), () -> client.lock(module, id(key), reason), answer -> {
            if (answer.statusCode() == 403) {
                return Answer.Refused.ALREADY_HELD;
            }
            LockId lock = new LockId(Long.parseLong(Client.lockId(answer)));
            known.put(key, lock);
            return new Answer.Acquired(lock, Revision.NONE);
        });
    }

    private void change(RecordKey key, Call call, Supplier<HttpResponse<String>> request) {
        recorded(key, call, request, answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
            return answer.statusCode() == 200 ? new Answer.Changed(Revision.NONE) : Answer.Refused.NO_SUCH_LOCK;
        });
    }

    private void recorded(
            RecordKey key,
            Call call,
            Supplier<HttpResponse<String>> request,
            Function<HttpResponse<String>, Answer> answer) {
        History.Invocation invocation = history.begin(key, call);
        HttpResponse<String> response;
        try {
            response = request.get();
        } catch (UncheckedIOException e) {
            if (!wasNotSent(e)) {
                invocation.lost();
            }
            return;
        }
        if (response.statusCode() != 503) {
            invocation.answered(answer.apply(response));
        } else if (response.body().contains("\"pending\":true")) {
            invocation.lost();
        }
    }

    private static boolean wasNotSent(UncheckedIOException failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause instanceof ConnectException;
    }
}
