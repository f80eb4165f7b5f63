package dev.lockkeeper.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockkeeper.bootstrap.document.ApiDocument;
import dev.lockkeeper.bootstrap.document.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What earlier calls told, so that later ones can name what there is: values by the name of their parameter or key, and
 * values of parameters that belong together.
 */
final class Words {

    /** Later words push out earlier ones. */
    private static final int REMEMBERED = 100;

    private final ApiDocument document;
    private final Random random;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<Map<String, String>>> byTemplate = new HashMap<>();

    Words(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** A value that stood under this name, half of the time that of a thing which still is there. */
    Optional<String> word(String name) {
        List<List<String>> ofThings = byTemplate.values().stream()
                .map(known -> known.stream()
                        .flatMap(together -> Optional.ofNullable(together.get(name)).stream())
                        .toList())
                .filter(values -> !values.isEmpty())
                .toList();
        Optional<String> ofThing = any(ofThings).flatMap(this::any);
        return ofThing.isPresent() && random.nextBoolean() ? ofThing : any(byName.get(name));
    }

    /** Values of an address's path and body that go together, and that no answer tells of. */
    void know(String template, Map<String, String> together) {
        remember(byTemplate, template, together);
    }

    /** Something is not there any more that values which go together meant. */
    void forget(Map<String, String> together) {
        byTemplate.values().forEach(known -> known.removeIf(together::equals));
    }

    /** Values of a path's parameters that go together; none when no answer told of any. */
    Map<String, String> together(String template) {
        return any(byTemplate.get(template)).orElse(Map.of());
    }

    /**
     * Learns from a call that was accepted.
     *
     * @param sent its parameters
     */
    void learn(Operation operation, Map<String, String> sent, JsonNode answer, Optional<String> job) {
        sent.forEach((name, value) -> remember(byName, name, value));
        learn(answer);
        learnIds(operation.template(), answer);
        job.ifPresent(id -> remember(byTemplate, "/api/v1/jobs/{id}", Map.of("id", id)));
        String cursor = answer.path("next_cursor").asText("");
        if (!cursor.isEmpty()) {
            remember(byTemplate, operation.template(), with(sent, "cursor", cursor));
        }
        for (Operation other : document.operations()) {
            if (other.template().startsWith(operation.template() + "/{")) {
                learnFurtherPath(other.template(), operation.template().length(), sent, answer);
            }
        }
    }

    /** What is told of at {@code …/users} has ids that other calls take as a {@code user_id}. */
    private void learnIds(String template, JsonNode answer) {
        String things = template.substring(template.lastIndexOf('/') + 1);
        if (things.endsWith("s")) {
            String key = things.substring(0, things.length() - 1) + "_id";
            elements(answer).stream()
                    .map(thing -> thing.path("id").asText(""))
                    .filter(id -> !id.isEmpty())
                    .forEach(id -> remember(byName, key, id));
        }
    }

    /** An address that goes on with one more variable names what the shorter one told of. */
    private void learnFurtherPath(String template, int from, Map<String, String> sent, JsonNode answer) {
        String variable = template.substring(from + 2, template.indexOf('}', from));
        String key = variable.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        for (JsonNode told : elements(answer)) {
            String value = told.path(key)
                    .asText(told.path("id")
                            .asText(told.path("details").path("id").asText("")));
            if (!value.isEmpty()) {
                remember(byTemplate, template, with(sent, variable, value));
            }
        }
    }

    /** The elements of a list that an answer holds, or the answer itself. */
    private static List<JsonNode> elements(JsonNode answer) {
        List<JsonNode> elements = new ArrayList<>(List.of(answer));
        answer.forEach(value -> {
            if (value.isArray()) {
                value.forEach(elements::add);
            }
        });
        return elements;
    }

    private void learn(JsonNode node) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                remember(byName, entry.getKey(), entry.getValue().asText());
            }
            if (entry.getKey().endsWith("s")) {
                // A list of modules tells what a module may be called.
                String one = entry.getKey().substring(0, entry.getKey().length() - 1);
                entry.getValue().forEach(element -> {
                    if (element.has("api_name")) {
                        remember(byName, one, element.path("api_name").asText());
                    }
                });
            }
        });
        node.forEach(this::learn);
    }

    private <T> void remember(Map<String, List<T>> memory, String name, T value) {
        List<T> known = memory.computeIfAbsent(name, _ -> new ArrayList<>());
        if (known.size() < REMEMBERED) {
            known.add(value);
        } else {
            known.set(random.nextInt(REMEMBERED), value);
        }
    }

    private <T> Optional<T> any(@Nullable List<T> known) {
        return known == null || known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.get(random.nextInt(known.size())));
    }

    private static Map<String, String> with(Map<String, String> sent, String name, String value) {
        Map<String, String> together = new LinkedHashMap<>(sent);
        together.put(name, value);
        return together;
    }
}
