package dev.lockkeeper.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.bootstrap.document.ApiDocument;
import dev.lockkeeper.bootstrap.document.Operation;
import dev.lockkeeper.domain.TestSeed;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made up to match a pattern do. */
class PatternTextTest {

    private final Random random = TestSeed.random(PatternTextTest.class);

    @ParameterizedTest
    @ValueSource(strings = {"^a$", "a|b|cd", "x(y|z)*", "[a-c_-]{2,4}\\.[0-9]+", "v([2-9]|2\\.1)", "-?[0-9]{3}", ""})
    void matchThePattern(String pattern) {
        madeOf(pattern);
    }

    @ParameterizedTest
    @MethodSource("patternsOfParameters")
    void matchThePatternsOfTheDocument(String pattern) {
        madeOf(pattern);
    }

    private static Stream<String> patternsOfParameters() {
        ApiDocument document = ApiDocument.packaged();
        return document.operations().stream()
                .map(Operation::parameters)
                .flatMap(parameters -> parameters.stream())
                .map(parameter ->
                        document.resolved(parameter.schema()).path("pattern").asText(""))
                .filter(pattern -> !pattern.isEmpty())
                .distinct();
    }

    private void madeOf(String pattern) {
        for (int i = 0; i < 50; i++) {
            assertThat(PatternText.of(pattern, random)).matches(pattern);
        }
    }
}
