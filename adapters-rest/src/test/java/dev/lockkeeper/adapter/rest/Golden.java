package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies that Zoho answers, in {@code golden/*.json}; what is ours alone stands there as <code>${name}</code>. */
final class Golden {

    private Golden() {}

    /**
     * A golden body.
     *
     * @param namesAndValues what to put for the placeholders: names and values by turns
     */
    static @Nullable Object body(String name, Object... namesAndValues) {
        return Json.read(text(name, namesAndValues));
    }

    /** The same, as it is written. */
    static String text(String name, Object... namesAndValues) {
        String text = resource("/golden/" + name + ".json");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("${" + namesAndValues[i] + "}", namesAndValues[i + 1].toString());
        }
        assertThat(text).doesNotContain("${");
        return text;
    }

    private static String resource(String resource) {
        try (InputStream file = Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
