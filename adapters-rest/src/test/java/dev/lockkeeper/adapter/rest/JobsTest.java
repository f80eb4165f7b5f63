package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs and their progress. */
class JobsTest {

    @RegisterExtension
    static final Service service = new Service();

    private static JobId job(JobKind kind) {
        return service.stores.jobs().add(kind, Service.module("Leads").id());
    }

    private static Answer get(String path) {
        return service.call("GET", "/api/v1/jobs" + path).send();
    }

    @Test
    void showsAJobThatHasNotBegun() {
        JobId id = job(JobKind.LOCK_EXISTING_RECORDS);

        get("/" + id).mustBeJson(200, shown(id, "lock_existing_records", "queued", 0, null, null));
    }

    @Test
    void showsHowFarAJobIs() {
        JobId id = job(JobKind.REVIEW_LOCKS);
        service.stores.jobs().begin(id, 40, Service.EARLIER);
        service.stores.jobs().advance(service.stores.jobs().find(id).orElseThrow(), 7, 12, 3, 2);

        Answer running = get("/" + id);
        service.stores.jobs().end(id, JobState.FAILED, Service.NOW);

        assertThat(running.at("total")).isEqualTo(40);
        assertThat(running.at("done")).isEqualTo(12);
        assertThat(running.at("locked")).isEqualTo(3);
        assertThat(running.at("released")).isEqualTo(2);
        assertThat(running.at("state")).isEqualTo("running");
        assertThat(get("/" + id).at("state")).isEqualTo("failed");
        assertThat(get("/" + id).at("finished_at")).isEqualTo(Service.NOW.toString());
    }

    @Test
    void listsTheLatestFirstPageByPage() {
        JobId first = job(JobKind.LOCK_EXISTING_RECORDS);
        JobId second = job(JobKind.END_LOCKS);
        JobId third = job(JobKind.REVIEW_LOCKS);

        Answer page = get("?limit=2");
        Answer rest = get("?limit=2&cursor=" + page.at("next_cursor"));

        assertThat(ids(page)).containsExactly(third.toString(), second.toString());
        assertThat(ids(rest)).containsExactly(first.toString());
        assertThat(rest.text()).contains("\"next_cursor\":null");
        assertThat(get("").items()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=!",
                "cursor=eA",
                "cursor=MA",
                "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OQ"
            })
    void refusesWhatIsNoPage(String query) {
        get("?" + query).mustBeProblem(400, "Bad Request", query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "0"})
    void knowsNoOtherJobs(String id) {
        get("/" + id).mustBeProblem(404, "Not Found", "There is no job " + id);
    }

    @Test
    void asksForItsScope() {
        String writer = service.token(Service.CALLER, "lockkeeper.records.write");

        for (String path : new String[] {"/api/v1/jobs", "/api/v1/jobs/1"}) {
            service.callWith(writer, "GET", path).send().mustBeProblem(403, "Forbidden", "The access token");
        }
    }

    private static List<String> ids(Answer page) {
        return page.items().stream().map(item -> String.valueOf(item.get("id"))).toList();
    }

    private static Map<String, @Nullable Object> shown(
            JobId id, String kind, String state, int total, @Nullable String startedAt, @Nullable String finishedAt) {
        Map<String, @Nullable Object> job = new LinkedHashMap<>();
        job.put("id", id.toString());
        job.put("kind", kind);
        job.put("state", state);
        job.put("total", total);
        for (String count : new String[] {"done", "locked", "released", "failed"}) {
            job.put(count, 0);
        }
        job.put("started_at", startedAt);
        job.put("finished_at", finishedAt);
        return job;
    }
}
