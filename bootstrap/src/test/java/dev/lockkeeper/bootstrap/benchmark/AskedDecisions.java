package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Wrk.Request;
import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.Decisions;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the benchmark asks: whether somebody known may update records of Leads, every tenth of which is locked. */
final class AskedDecisions {

    static final String MODULE = "Leads";

    /** Of one batch, the most that there may be. */
    static final int ITEMS = 1_000;

    private static final int LOCKED_OF = 10;
    private static final Pattern USER = Pattern.compile("\"id\":\"([0-9]+)\"");
    private static final String ACTION =
            "\"action\":{\"name\":\"update\",\"properties\":{\"fields\":[\"City\",\"Email\",\"Company\"]}},";

    private final Client client;
    private final String somebodyUpdates;

    /** Asks as a user that the service has. */
    AskedDecisions(Client client) {
        this.client = client;
        Matcher user = USER.matcher(client.get("/api/v1/users").body());
        if (!user.find()) {
            throw new IllegalStateException("No user");
        }
        this.somebodyUpdates = "\"subject\":{\"type\":\"user\",\"id\":\"%s\"},".formatted(user.group(1)) + ACTION;
    }

    /** Locks what is to be locked of the records that are asked about. */
    void lock() {
        for (long record = LOCKED_OF; record <= ITEMS; record += LOCKED_OF) {
            HttpResponse<String> answer = client.lock(MODULE, record);
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** Permitted, with the shortest of answers. */
    Request unlocked() {
        return single("unlocked record", LOCKED_OF + 1);
    }

    /** Denied, with the lock, the fields and the error to pass on. */
    Request locked() {
        return single("locked record, denied update", LOCKED_OF);
    }

    private Request single(String what, long record) {
        return new Request(what, Decisions.EVALUATION, true, evaluation(somebodyUpdates, record));
    }

    /** Items that name a record and nothing else. */
    Request batchOfRecords() {
        return batch("subject and action as defaults", somebodyUpdates, "");
    }

    /** Items that say everything. */
    Request batchOfEvaluations() {
        return batch("each item with subject and action", "", somebodyUpdates);
    }

    private static Request batch(String what, String defaults, String ofEachItem) {
        String items = LongStream.rangeClosed(1, ITEMS)
                .mapToObj(record -> evaluation(ofEachItem, record))
                .collect(Collectors.joining(","));
        return new Request(what, Decisions.EVALUATIONS, true, "{%s\"evaluations\":[%s]}".formatted(defaults, items));
    }

    private static String evaluation(String begin, long record) {
        return "{%s\"resource\":{\"type\":\"%s\",\"id\":\"%d\"}}".formatted(begin, MODULE, record);
    }

    /**
     * The answer to a request, once.
     *
     * @param permitted so many decisions it has to permit
     * @param denied and so many to deny
     */
    String answer(Request request, int permitted, int denied) {
        String body = request.body();
        if (body == null) {
            throw new IllegalArgumentException(request.path());
        }
        HttpResponse<String> answer = new Decisions(client).ask(request.path(), body);
        if (count("\"decision\":true", answer) != permitted || count("\"reason_code\":\"locked\"", answer) != denied) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static long count(String text, HttpResponse<String> answer) {
        return Pattern.compile(text, Pattern.LITERAL)
                .matcher(answer.body())
                .results()
                .count();
    }

    /** Asks for single decisions and batches, and fails where one is not right. */
    void check() {
        answer(unlocked(), 1, 0);
        answer(locked(), 0, 1);
        int denied = ITEMS / LOCKED_OF;
        answer(batchOfRecords(), ITEMS - denied, denied);
        answer(batchOfEvaluations(), ITEMS - denied, denied);
    }
}
