package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param headers by name in lower case
 */
record Answer(int status, Map<String, List<String>> headers, String text) {

    /** The header's one value. */
    Optional<String> header(String lowerCaseName) {
        List<String> values = headers.getOrDefault(lowerCaseName, List.of());
        assertThat(values).as(lowerCaseName).hasSizeLessThan(2);
        return values.stream().findFirst();
    }

    /** What stands at this place of the body: names of keys, and numbers of elements. */
    Object at(Object... path) {
        return Json.at(Json.read(text), path);
    }

    /** The elements of a list of the management API. */
    List<Map<?, ?>> items() {
        return ((List<?>) at("items"))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    /** Exactly this golden body, under this status. */
    Answer mustBe(int expectedStatus, String golden, Object... namesAndValues) {
        return mustHave(expectedStatus, "application/json", Golden.body(golden, namesAndValues));
    }

    /** Exactly this golden body, its keys in the same order. */
    Answer mustBeInOrder(int expectedStatus, String golden, Object... namesAndValues) {
        mustBe(expectedStatus, golden, namesAndValues);
        assertThat(String.valueOf(Json.read(text))).isEqualTo(String.valueOf(Golden.body(golden, namesAndValues)));
        return this;
    }

    /** Exactly this body, under this status. */
    Answer mustBeJson(int expectedStatus, @Nullable Object body) {
        return mustHave(expectedStatus, "application/json", body);
    }

    /** A problem of RFC 9457, of whose detail only the beginning counts. */
    Answer mustBeProblem(int expectedStatus, String title, String detail) {
        mustHave(
                expectedStatus,
                "application/problem+json",
                Map.of("type", "about:blank", "title", title, "status", expectedStatus, "detail", at("detail")));
        assertThat(at("detail").toString()).startsWith(detail);
        return this;
    }

    /** An error of the decision API, of whose message only the beginning counts. */
    Answer mustBeMessage(int expectedStatus, String message) {
        assertThat(status).as(text).isEqualTo(expectedStatus);
        assertThat(header("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type.replace(" ", "")).isEqualToIgnoringCase("text/plain;charset=utf-8"));
        assertThat(text).startsWith(message);
        return this;
    }

    private Answer mustHave(int expectedStatus, String contentType, @Nullable Object body) {
        assertThat(status).as(text).isEqualTo(expectedStatus);
        assertThat(header("content-type")).hasValue(contentType);
        assertThat(Json.read(text)).isEqualTo(body);
        return this;
    }
}
